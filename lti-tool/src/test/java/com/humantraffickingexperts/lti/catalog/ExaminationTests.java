package com.humantraffickingexperts.lti.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.Rule.Severity;

import static com.humantraffickingexperts.lti.catalog.PackageFolder.ASSESSMENTS;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.BANK;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.MODULE;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is wrong with a package is found, at its line. */
class ExaminationTests {

	private PackageFolder folder;

	@BeforeEach
	void soundPackage(@TempDir Path temp) {
		this.folder = PackageFolder.sound(temp);
	}

	@Nested
	class SoundPackages {

		@Test
		void theSmallModuleHasNoFindings() {
			assertThat(ExaminationTests.this.folder.findings()).isEmpty();
		}

		@Test
		void theShippedModulesHaveNoFindings() {
			assertThat(PackageFolder.empty(PackageFolder.SHIPPED).findingsOn(LocalDate.of(2026, 11, 24))).isEmpty();
		}

		@Test
		void theExampleOfTheFormatHasNoFindings() {
			assertThat(PackageFolder.empty(PackageFolder.SAMPLE).findings()).noneMatch(Finding::blocks);
		}

		@Test
		void findingsTellTheFileTheLineTheCodeAndTheRemedy() {
			ExaminationTests.this.folder.replace(MODULE, "level: practitioner", "level: expert");

			assertThat(ExaminationTests.this.folder.findings()).extracting(Finding::toString)
				.containsExactly("tied-housing/module.yaml:10: E001 \"level\" cannot be \"expert\". "
						+ "Choose one of: awareness, practitioner, specialist.");
		}

		@Test
		void allFindingsComeInOneRun() {
			ExaminationTests.this.folder.replace(MODULE, "level: practitioner", "level: expert")
				.replace(PAGE, "[@guidance]", "[@nothing]")
				.replace(BANK, "status: active\n    answer", "status: sleeping\n    answer")
				.replace(ASSESSMENTS, "count: 2", "count: 9");

			assertThat(ExaminationTests.this.folder.findings()).extracting(Finding::rule)
				.containsExactlyInAnyOrder(Rule.E001, Rule.E003, Rule.E001, Rule.E009);
		}

	}

	@Nested
	class E001Fields {

		@ParameterizedTest
		@CsvSource(delimiter = '|', textBlock = """
				formatVersion: 1                   | formatVersion: 2         | formatVersion
				version: 1.2.3                     | version: 1.2             | version
				status: draft                      | status: finished         | status
				learningMinutes: 10                | learningMinutes: ten     | learningMinutes
				learningMinutes: 10                | learningMinutes: 601     | learningMinutes
				lawStatedAsAt: "2026-05-20"        | lawStatedAsAt: May       | lawStatedAsAt
				lawStatedAsAt: "2026-05-20"        | lawStatedAsAt: "2026-02-30" | lawStatedAsAt
				'  - police'                       | colour: red              | colour
				title: "When the job comes with the bed" | title: 7           | title
				""")
		void aFieldOfTheModuleHasToBeAsTheSchemaSays(String from, String to, String line) {
			ExaminationTests.this.folder.replace(MODULE, from, to);

			assertThat(ExaminationTests.this.folder.places())
				.contains(ExaminationTests.this.folder.place(MODULE, line + ":", "E001"));
		}

		@Test
		void aMissingFieldIsToldWhereItShouldStand() {
			ExaminationTests.this.folder.replace(MODULE, "    text: \"Plan the bed before the person leaves\"\n", "");

			assertThat(ExaminationTests.this.folder.findings()).extracting(Finding::toString)
				.containsExactly(MODULE + ":31: E001 An entry of \"objectives\" has no field \"text\". Add it.");
		}

		@Test
		void alternativesAreToldAsOne() {
			ExaminationTests.this.folder.replace(ASSESSMENTS, "attempts: 3", "attempts: many");

			assertThat(ExaminationTests.this.folder.findings()).extracting(Finding::toString)
				.containsExactly(
						ASSESSMENTS + ":7: E001 \"attempts\" has to be null or a whole number. Correct the value.");
		}

		@Test
		void aBrokenQuestionIsNotBlamedForTheFieldsOfItsType() {
			ExaminationTests.this.folder.replace(BANK, "difficulty: 2", "difficulty: 4");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(BANK, "difficulty: 4", "E001"));
		}

		@Test
		void anUnknownFieldOfAQuestionIsFound() {
			ExaminationTests.this.folder.replace(BANK, "    points: 2\n", "    point: 2\n");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(BANK, "point: 2", "E001"));
		}

		@Test
		void theModuleIsCalledLikeItsFolder() {
			ExaminationTests.this.folder.replace(MODULE, "id: tied-housing", "id: other-name");

			assertThat(ExaminationTests.this.folder.places()).containsExactly(MODULE + ":2 E001");
		}

		@Test
		void aFolderWithPagesIsAModuleThatLacksItsFile() {
			ExaminationTests.this.folder.write("new-one/pages/10-a.md", "---\n---\n");

			assertThat(ExaminationTests.this.folder.places()).contains("new-one/module.yaml:1 E001");
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "## No card\n", "---\nid: open\n", "----\n" })
		void aPageNeedsACard(String text) {
			ExaminationTests.this.folder.write(PAGE, text);

			assertThat(ExaminationTests.this.folder.places()).contains(PAGE + ":1 E001");
		}

		@Test
		void anEmptyFileIsFound() {
			ExaminationTests.this.folder.write(ASSESSMENTS, "# nothing\n");

			assertThat(ExaminationTests.this.folder.places()).contains(ASSESSMENTS + ":1 E001");
		}

		@ParameterizedTest
		@ValueSource(strings = { "questions/more.yml", "pages/30-note.txt" })
		void aFileThatWouldBePassedOverIsFound(String file) {
			ExaminationTests.this.folder.write("tied-housing/" + file, "x");

			assertThat(ExaminationTests.this.folder.places()).containsExactly("tied-housing/" + file + ":1 E001");
		}

	}

	@Nested
	class E002IdsUsedTwice {

		@ParameterizedTest
		@CsvSource({ "tied-housing/questions/bank.yaml, q-second, q-first", "tied-housing/module.yaml, lo-plan, lo-ask",
				"tied-housing/module.yaml, id: check, id: learn",
				"tied-housing/questions/bank.yaml, id: bed, id: notice",
				"shared/sources.yaml, id: guidance, id: msa-s52" })
		void anIdIsFoundWhereItStandsForTheSecondTime(String file, String from, String to) {
			PackageFolder folder = ExaminationTests.this.folder;
			String place = folder.place(file, from, "E002");

			folder.replace(file, from, to);

			assertThat(folder.places()).contains(place);
		}

		@Test
		void twoPagesMayNotShareAnId() {
			ExaminationTests.this.folder.replace("tied-housing/pages/20-whom-to-tell.md", "id: whom-to-tell",
					"id: the-bed");

			assertThat(ExaminationTests.this.folder.places()).contains("tied-housing/pages/20-whom-to-tell.md:2 E002");
		}

		@Test
		void aPageHasOnePlace() {
			ExaminationTests.this.folder.replace(MODULE, "page: whom-to-tell", "page: the-bed");

			assertThat(ExaminationTests.this.folder.places()).contains(MODULE + ":49 E002",
					"tied-housing/pages/20-whom-to-tell.md:2 E003");
		}

	}

	@Nested
	class E003DanglingReferences {

		@ParameterizedTest
		@CsvSource({ "tied-housing/module.yaml, '  - msa-s52', '  - msa-s53'",
				"tied-housing/module.yaml, page: the-bed, page: the-bad",
				"tied-housing/module.yaml, '- assessment: final', '- assessment: first'",
				"tied-housing/module.yaml, assessmentPassed: final, assessmentPassed: first",
				"tied-housing/module.yaml, '  assessment: final\n  attempt', '  assessment: first\n  attempt'",
				"tied-housing/module.yaml, supportPanel: core, supportPanel: care",
				"tied-housing/assessments.yaml, '[q-third]', '[q-fourth]'",
				"tied-housing/questions/bank.yaml, '[lo-ask, lo-plan]', '[lo-ask, lo-plan, lo-sing]'",
				"tied-housing/questions/bank.yaml, 'sources: [guidance]', 'sources: [guide]'",
				"tied-housing/questions/bank.yaml, '[@msa-s52]', '[@msa-s99]'",
				"tied-housing/pages/10-the-bed.md, '[lo-ask, lo-plan]', '[lo-ask, lo-plan, lo-sing]'",
				"tied-housing/pages/10-the-bed.md, 'sources: [guidance', 'sources: [guide'",
				"tied-housing/pages/10-the-bed.md, '[@msa-s52]', '[@msa-s99]'",
				"tied-housing/pages/10-the-bed.md, 'Again: {{term:tied-housing}}', 'Again: {{term:tied}}'",
				"tied-housing/pages/10-the-bed.md, '{{helplines:core}}', '{{helplines:care}}'",
				"catalogue.yaml, '- tied-housing\n', '- tied-housin\n'" })
		void aNameWithoutAThingIsFoundAtItsLine(String file, String from, String to) {
			ExaminationTests.this.folder.replace(file, from.replace("\\n", "\n"), to.replace("\\n", "\n"));
			String changed = to.lines().findFirst().orElseThrow();

			assertThat(ExaminationTests.this.folder.places())
				.contains(ExaminationTests.this.folder.place(file, changed, "E003"));
		}

		@Test
		void prerequisitesHaveToExist() {
			ExaminationTests.this.folder.replace(MODULE, "contentWarnings:",
					"prerequisites: [basics]\ncontentWarnings:");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(MODULE, "prerequisites", "E003"));
		}

	}

	@Nested
	class E004RightAnswers {

		@Test
		void aSingleChoiceHasExactlyOne() {
			ExaminationTests.this.folder.replace(BANK, "text: \"A deposit\"\n",
					"text: \"A deposit\"\n        correct: true\n");

			assertThat(ExaminationTests.this.folder.places()).containsExactly(BANK + ":13 E004");
		}

		@Test
		void aSingleChoiceWithoutAnyIsFound() {
			ExaminationTests.this.folder.replace(BANK, "**tonight**\"\n        correct: true\n", "**tonight**\"\n");

			assertThat(ExaminationTests.this.folder.places()).containsExactly(BANK + ":13 E004");
		}

		@Test
		void aMultipleChoiceHasAtLeastTwo() {
			ExaminationTests.this.folder.replace(BANK, "\"Councils\"\n        correct: true\n", "\"Councils\"\n");

			assertThat(ExaminationTests.this.folder.findings()).extracting(Finding::rule).containsExactly(Rule.E004);
		}

		@Test
		void aMultipleChoiceHasAtLeastOneWrong() {
			ExaminationTests.this.folder.replace(BANK, "\"Law firms\"\n", "\"Law firms\"\n        correct: true\n");

			assertThat(ExaminationTests.this.folder.findings()).extracting(Finding::rule).containsExactly(Rule.E004);
		}

	}

	@Nested
	class E005Objectives {

		@Test
		void anObjectiveNeedsAPage() {
			ExaminationTests.this.folder.replace(PAGE, "[lo-ask, lo-plan]", "[lo-ask]");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(MODULE, "id: lo-plan", "E005"));
		}

		@Test
		void anObjectiveNeedsAQuestionThatIsAsked() {
			ExaminationTests.this.folder.replace(BANK, "[lo-ask, lo-plan]", "[lo-ask]")
				.replace(BANK, "stem: \"How many days were there once?\"\n    objectives: [lo-notify]",
						"stem: \"How many days were there once?\"\n    objectives: [lo-plan]");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(MODULE, "id: lo-plan", "E005"));
		}

	}

	@Nested
	class E006WhatMayNotReachABrowser {

		@ParameterizedTest
		@ValueSource(
				strings = { "<b>raw</b>", "<script>alert(1)</script>", "<!-- a comment -->", "[x](javascript:alert(1))",
						"[x](http://insecure.example)", "[x](//other.example)", "[x](other-page.md)",
						"[x](https://user@host.example)", "![x](https://other.example/x.png)", "<data:text/html,x>" })
		void isFoundInAPage(String text) {
			ExaminationTests.this.folder.replace(PAGE, "Ask about **both**.", "Ask.\n\n" + text);

			assertThat(ExaminationTests.this.folder.places()).containsExactly(PAGE + ":16 E006");
		}

		@Test
		void isFoundInEveryTextOfAQuestion() {
			ExaminationTests.this.folder.replace(BANK, "A letter of notice", "A <i>letter</i>")
				.replace(BANK, "A letter may warn", "A <i>letter</i> may warn")
				.replace(BANK, "Which ones?", "Which <i>ones</i>?")
				.replace(BANK, "Well done.", "<i>Well done.</i>")
				.replace(BANK, "Look again.", "<i>Look again.</i>");

			assertThat(ExaminationTests.this.folder.places()).containsExactlyInAnyOrder(
					ExaminationTests.this.folder.place(BANK, "A <i>letter</i>\"", "E006"),
					ExaminationTests.this.folder.place(BANK, "A <i>letter</i> may", "E006"),
					ExaminationTests.this.folder.place(BANK, "Which <i>ones</i>?", "E006"),
					ExaminationTests.this.folder.place(BANK, "<i>Well done.</i>", "E006"),
					ExaminationTests.this.folder.place(BANK, "<i>Look again.</i>", "E006"));
		}

		@Test
		void isFoundInTheBibliography() {
			ExaminationTests.this.folder.replace("shared/sources.yaml", "https://www.legislation.gov.uk",
					"https://a b");

			assertThat(ExaminationTests.this.folder.places()).containsExactly("shared/sources.yaml:5 E006");
		}

	}

	@Nested
	class E007Approvals {

		@BeforeEach
		void approved() {
			ExaminationTests.this.folder.replace(MODULE, "status: draft", "status: approved")
				.replace(MODULE, "  reviewers: []\n", """
						  reviewers:
						    - name: A Barrister
						      role: barrister
						      scope: legal
						      date: "2026-06-01"
						      outcome: approved
						""")
				.replace(MODULE, "lastReviewed: null", "lastReviewed: \"2026-06-01\"")
				.replace(MODULE, "nextReviewDue: null", "nextReviewDue: \"2027-06-01\"")
				.replace(PAGE, ":::verify\nIs this still so?\n:::\n", "");
		}

		@Test
		void aReviewedModuleIsApproved() {
			assertThat(blocking(LocalDate.of(2026, 11, 24))).isEmpty();
		}

		@ParameterizedTest
		@CsvSource({ "outcome: approved, outcome: changes, 'review:'", "scope: legal, scope: practice, 'review:'",
				"'lastReviewed: \"2026-06-01\"', 'lastReviewed: null', 'review:'",
				"'nextReviewDue: \"2027-06-01\"', 'nextReviewDue: \"2027-06-02\"', nextReviewDue" })
		void anApprovalHasToBeEarned(String from, String to, String line) {
			ExaminationTests.this.folder.replace(MODULE, from, to);

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(MODULE, line, "E007"));
		}

		@Test
		void nothingIsLeftToVerify() {
			ExaminationTests.this.folder.replace(PAGE, "### More", ":::verify\nStill so?\n:::\n\n### VERIFY");

			assertThat(ExaminationTests.this.folder.places()).containsExactlyInAnyOrder(
					ExaminationTests.this.folder.place(PAGE, ":::verify", "E007"),
					ExaminationTests.this.folder.place(PAGE, "### VERIFY", "E007"));
		}

		@Test
		void aReleaseLooksAtTheDates() {
			assertThat(blocking(LocalDate.of(2027, 6, 2))).extracting(Finding::rule).containsExactly(Rule.E007);
			assertThat(blocking(LocalDate.of(2026, 5, 19))).extracting(Finding::rule).containsExactly(Rule.E007);
		}

		private List<Finding> blocking(LocalDate today) {
			return ExaminationTests.this.folder.findingsOn(today).stream().filter(Finding::blocks).toList();
		}

		@Test
		void aRunningToolDoesNotLoseAModuleOnTheDayItsReviewFallsDue() {
			assertThat(ExaminationTests.this.folder.findings()).isEmpty();
		}

	}

	@Nested
	class E008ChangeLog {

		@Test
		void aVersionHasAnEntry() {
			ExaminationTests.this.folder.replace(MODULE, "version: 1.2.3", "version: 1.2.4");

			assertThat(ExaminationTests.this.folder.places()).containsExactly("tied-housing/CHANGELOG.md:1 E008");
		}

		@Test
		void aModuleHasAChangeLog() {
			ExaminationTests.this.folder.delete("tied-housing/CHANGELOG.md");

			assertThat(ExaminationTests.this.folder.places()).containsExactly("tied-housing/CHANGELOG.md:1 E008");
		}

	}

	@Nested
	class E009Draws {

		@Test
		void noMoreQuestionsAreDrawnThanAreAsked() {
			ExaminationTests.this.folder.replace(ASSESSMENTS, "count: 2", "count: 3");

			assertThat(ExaminationTests.this.folder.places()).containsExactly(ASSESSMENTS + ":11 E009");
		}

		@Test
		void whatWasDrawnBeforeCannotBeDrawnAgain() {
			ExaminationTests.this.folder.replace(ASSESSMENTS, "[q-third]", "[q-third, q-first]");

			assertThat(ExaminationTests.this.folder.places()).containsExactly(ASSESSMENTS + ":13 E009");
		}

		@Test
		void aTagWithoutQuestionsIsFound() {
			ExaminationTests.this.folder.replace(ASSESSMENTS, "tags: [final]", "tags: [finale]");

			assertThat(ExaminationTests.this.folder.places()).containsExactly(ASSESSMENTS + ":11 E009");
		}

	}

	@Nested
	class E010Completion {

		@Test
		void anAssessmentThatHasToBePassedHasAPlace() {
			ExaminationTests.this.folder.replace(MODULE, """
					  - id: check
					    title: "Check"
					    items:
					      - assessment: final
					""", "");

			assertThat(ExaminationTests.this.folder.places()).containsExactlyInAnyOrder(
					ExaminationTests.this.folder.place(MODULE, "assessmentPassed", "E010"),
					ExaminationTests.this.folder.place(MODULE, "  assessment: final", "E010"));
		}

		@Test
		void aPracticeGivesNoGrade() {
			ExaminationTests.this.folder.replace(ASSESSMENTS, "kind: graded", "kind: practice");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(MODULE, "  assessment: final", "E010"));
		}

		@Test
		void anAssessmentThatHasToBePassedHasAPassMark() {
			ExaminationTests.this.folder.replace(ASSESSMENTS, "kind: graded", "kind: practice")
				.replace(ASSESSMENTS, "    passMark: 66.5\n", "")
				.replace(MODULE, "grading:\n  assessment: final\n  attempt: last\n  scoreMaximum: 50\n", "");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(MODULE, "assessmentPassed", "E010"));
		}

	}

	@Nested
	class E011Scenarios {

		private static final String SCENARIO = "tied-housing/scenarios/yard.yaml";

		@Test
		void aSoundScenarioIsRead() {
			scenario("end", "end");

			assertThat(ExaminationTests.this.folder.findings()).isEmpty();
		}

		@Test
		void aCircleIsFound() {
			scenario("first", "end");

			assertThat(ExaminationTests.this.folder.findings()).extracting(Finding::rule).containsExactly(Rule.E011);
		}

		@Test
		void aPartThatIsNeverReachedIsFound() {
			scenario("end", "end");
			ExaminationTests.this.folder.write(SCENARIO, ExaminationTests.this.folder.read(SCENARIO)
					+ "  lost: {text: Nobody comes here., end: {outcome: good, text: The end.}}\n");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(SCENARIO, "lost", "E011"));
		}

		@Test
		void aChoiceThatLeadsNowhereIsFound() {
			scenario("nowhere", "end");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(SCENARIO, "goto: nowhere", "E003"));
		}

		private void scenario(String first, String second) {
			ExaminationTests.this.folder.write(SCENARIO, """
					id: yard
					title: In the yard
					fictional: true
					start: first
					nodes:
					  first:
					    text: What do you do?
					    choices:
					      - {id: a, text: Go on, goto: second}
					      - {id: b, text: Stop, goto: %s}
					  second:
					    text: And now?
					    choices:
					      - {id: a, text: Ask, goto: end}
					      - {id: b, text: Wait, goto: %s}
					  end:
					    text: You came to the end.
					    end: {outcome: good, text: The end.}
					""".formatted(first, second));
		}

	}

	@Nested
	class E015Prerequisites {

		@Test
		void modulesDoNotRequireEachOther() {
			PackageFolder folder = ExaminationTests.this.folder;
			PackageFolder.copy(folder.path("tied-housing"), folder.path("second-one"));
			folder.replace("second-one/module.yaml", "id: tied-housing", "id: second-one")
				.replace("second-one/module.yaml", "contentWarnings:",
						"prerequisites: [tied-housing]\ncontentWarnings:")
				.replace(MODULE, "contentWarnings:", "prerequisites: [second-one]\ncontentWarnings:");

			assertThat(folder.places()).contains(folder.place(MODULE, "prerequisites", "E015"),
					folder.place("second-one/module.yaml", "prerequisites", "E015"));
		}

	}

	@Nested
	class E016Headings {

		@ParameterizedTest
		@CsvSource({ "## The bed, # The bed", "## The bed, ### The bed", "### More, #### More" })
		void levelsAreNotSkipped(String from, String to) {
			ExaminationTests.this.folder.replace(PAGE, from, to);

			assertThat(ExaminationTests.this.folder.places())
				.contains(ExaminationTests.this.folder.place(PAGE, to, "E016"));
		}

		@Test
		void aQuestionHasNoHeadings() {
			ExaminationTests.this.folder.replace(BANK, "Several are right.", "## Several are right.");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(BANK, "## Several", "E016"));
		}

	}

	@Nested
	class E017Boxes {

		@ParameterizedTest
		@ValueSource(strings = { ":::advice\nA text.\n:::", ":::law Title\nA text.\n:::", ":::law\nA text.", ":::",
				":::law\n:::case\nA text.\n:::", "{{foo:bar}}", "[see [@guidance]](https://a.example)",
				"{{term:tied-housing", "**{{helplines:core}}**" })
		void whatIsNoBoxAndNoPlaceholderIsFound(String text) {
			ExaminationTests.this.folder.replace(PAGE, "### More", text + "\n\n### More");

			assertThat(ExaminationTests.this.folder.findings()).isNotEmpty()
				.allMatch((finding) -> finding.rule() == Rule.E017 && finding.line() >= 20);
		}

		@Test
		void anOptionIsOneParagraph() {
			ExaminationTests.this.folder.replace(BANK, "text: \"A deposit\"", "text: \"- A deposit\"");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(BANK, "- A deposit", "E017"));
		}

	}

	@Nested
	class E018PagesToReadInstead {

		private static final String HARD = "contentWarnings: [{code: violence, note: An account of violence.}]\ninstead: the-bed-calm\n";

		@Test
		void teachTheSameWithoutWhatMayDistress() {
			hard(HARD);
			calm("the-bed-calm", "");

			assertThat(ExaminationTests.this.folder.places()).isEmpty();
		}

		@Test
		void areThere() {
			hard(HARD);

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(PAGE, "instead: the-bed-calm", "E003"));
		}

		@Test
		void doNotDistressThemselves() {
			hard(HARD);
			calm("the-bed-calm", "contentWarnings: [{code: violence}]\n");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(PAGE, "instead: the-bed-calm", "E018"));
		}

		@Test
		void standInForPagesThatSayWhatMayDistress() {
			hard("instead: the-bed-calm\n");
			calm("the-bed-calm", "");

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(PAGE, "instead: the-bed-calm", "E018"));
		}

		private void hard(String fields) {
			ExaminationTests.this.folder.replace(PAGE, "\nminutes:", "\n" + fields + "minutes:");
		}

		private void calm(String id, String fields) {
			String page = ExaminationTests.this.folder.read(PAGE);
			ExaminationTests.this.folder.write("tied-housing/pages/11-calm.md",
					page.replaceAll("(?m)^contentWarnings.*\n|^instead.*\n", "")
						.replaceFirst("(?m)^id: .*$", "id: " + id)
						.replaceFirst("\nminutes:", "\n" + fields + "minutes:"));
		}

	}

	@Nested
	class Errata {

		private static final String FILE = "tied-housing/errata.yaml";

		private static final String RIGHT = """
				errata:
				  - question: q-first
				    versions: ">=1.0.0 <1.2.3"
				    action: rekey
				    key: [wait]
				    reason: "A deposit has to be paid back first."
				    date: "2026-11-20"
				""";

		@Test
		void thatAreSoundKeepNoModuleBack() {
			ExaminationTests.this.folder.write(FILE, RIGHT);

			assertThat(ExaminationTests.this.folder.findingsOn(LocalDate.of(2026, 11, 20))).noneMatch(Finding::blocks);
			assertThat(ExaminationTests.this.folder.catalog().modules()).singleElement()
				.satisfies((module) -> assertThat(module.upkeep().errata()).hasSize(1));
		}

		@ParameterizedTest
		@CsvSource(delimiter = '|', textBlock = """
				question: q-first          | question: q-none           | question | E003
				key: [wait]                | key: [nowhere]             | key      | E003
				key: [wait]                | key: [wait, bed]           | key      | E004
				versions: ">=1.0.0 <1.2.3" | versions: ">=1.3.0 <1.2.0" | versions | E001
				versions: ">=1.0.0 <1.2.3" | versions: ">1.2.2 <1.2.3"  | versions | E001
				versions: ">=1.0.0 <1.2.3" | versions: "=1.0.0 =1.1.0"  | versions | E001
				versions: ">=1.0.0 <1.2.3" | versions: ">=1.2.3"        | versions | E001
				versions: ">=1.0.0 <1.2.3" | versions: "since 1.0.0"    | versions | E001
				action: rekey              | action: forgive            | action   | E001
				action: rekey              | action: drop               | key      | E001
				date: "2026-11-20"         | date: "2026-11-31"         | date     | E001
				date: "2026-11-20"         | date: "2026-11-21"         | date     | E001
				reason: "A deposit has to be paid back first." | reason: "Short" | reason | E001
				""")
		void thatAreNotAreFoundAtTheirLine(String from, String to, String field, String code) {
			ExaminationTests.this.folder.write(FILE, RIGHT).replace(FILE, from, to);

			assertThat(ExaminationTests.this.folder.findingsOn(LocalDate.of(2026, 11, 20))).filteredOn(Finding::blocks)
				.extracting(Finding::place)
				.containsExactly(ExaminationTests.this.folder.place(FILE, field + ":", code));
		}

		@Test
		void ofARetiredQuestionHaveToNameWhatIsRight() {
			ExaminationTests.this.folder.write(FILE,
					RIGHT.replace("q-first", "q-retired").replace("    key: [wait]\n", ""));

			assertThat(ExaminationTests.this.folder.places()).containsExactly(FILE + ":2 E004");
		}

		@Test
		void nameAKeyOnlyWhereOptionsAreChosen() {
			ExaminationTests.this.folder.write(FILE, RIGHT.replace("q-first", "q-retired"));

			assertThat(ExaminationTests.this.folder.places()).containsExactly(FILE + ":5 E004");
		}

		@Test
		void correctAQuestionOnceForTheSameVersions() {
			ExaminationTests.this.folder.write(FILE, RIGHT + RIGHT.substring(RIGHT.indexOf("  - question")));

			assertThat(ExaminationTests.this.folder.places()).containsExactly(FILE + ":8 E002");
		}

	}

	@Nested
	class N001NotSupportedYet {

		@Test
		void isNoErrorButKeepsTheModuleBack() {
			ExaminationTests.this.folder.replace(BANK, "    shuffle: false", "    hint: Think of the night.");

			assertThat(ExaminationTests.this.folder.findings()).isNotEmpty()
				.allMatch((finding) -> finding.rule().severity() == Severity.UNSUPPORTED && finding.blocks());
		}

		@ParameterizedTest
		@CsvSource({ "tied-housing/assessments.yaml, backNavigation: true, backNavigation: false",
				"tied-housing/questions/bank.yaml, '    shuffle: false', '    hint: Think of the night.'" })
		void isFoundWherePartOfAModuleWouldBeLost(String file, String from, String to) {
			ExaminationTests.this.folder.replace(file, from, to);

			assertThat(ExaminationTests.this.folder.places())
				.containsExactly(ExaminationTests.this.folder.place(file, to, "N001"));
		}

		@ParameterizedTest
		@ValueSource(strings = { "locales/cy/module.yaml" })
		void isFoundForFilesThatNobodyReads(String file) {
			ExaminationTests.this.folder.write("tied-housing/" + file, "x: y\n");

			assertThat(ExaminationTests.this.folder.places()).containsExactly("tied-housing/" + file + ":1 N001");
		}

	}

	@Nested
	class W201Catalogue {

		@Test
		void aModuleThatNobodyCanChooseIsWorthALook() {
			PackageFolder folder = ExaminationTests.this.folder;
			PackageFolder.copy(folder.path("tied-housing"), folder.path("second-one"));
			folder.replace("second-one/module.yaml", "id: tied-housing", "id: second-one");

			assertThat(folder.findings()).extracting(Finding::rule).containsExactly(Rule.W201);
			assertThat(folder.findings()).noneMatch(Finding::blocks);
		}

	}

	@Test
	void hostileWordsDoNotForgeLinesOfTheReport() {
		this.folder.replace(MODULE, "level: practitioner", "level: \"x\\n/etc/passwd:1: E999 \\e[31mred\\u202Eder\"");

		List<Finding> findings = this.folder.findings();

		assertThat(findings).hasSize(1);
		assertThat(findings.getFirst().toString()).doesNotContain("\n")
			.doesNotContain("\u001b")
			.doesNotContain("\u202e");
	}

}
