package com.humantraffickingexperts.lti.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Rule;

import static com.humantraffickingexperts.lti.catalog.PackageFolder.ASSESSMENTS;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.BANK;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.MODULE;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** What is worth a second look: the module is offered all the same. */
@Timeout(60)
class WarningTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private static final String SENTENCE = "Ask about **both**.";

	private PackageFolder folder;

	@BeforeEach
	void soundPackage(@TempDir Path temp) {
		this.folder = PackageFolder.sound(temp);
	}

	@Test
	void warningsHoldNothingBackAndDoNotConcernARunningTool() {
		this.folder.replace(PAGE, SENTENCE, "The girl was rescued. Ring 020 7946 0018.");

		assertThat(of(Rule.W109)).hasSize(1);
		assertThat(this.folder.findings()).isEmpty();
		assertThat(this.folder.catalog().modules()).hasSize(1);
	}

	@Nested
	class W101Lengths {

		@Test
		void ofRightOptionsGiveThemAwayWhenTheyAreMostlyTheLongest() {
			WarningTests.this.folder.write("tied-housing/questions/more.yaml", questions(5, "a much longer one"));

			assertThat(of(Rule.W101)).singleElement()
				.satisfies((finding) -> assertThat(finding.message()).contains("of 6", "q-more-1"));
		}

		@Test
		void thatDifferAreFine() {
			WarningTests.this.folder.write("tied-housing/questions/more.yaml", questions(5, "a"));

			assertThat(of(Rule.W101)).isEmpty();
		}

		private static String questions(int number, String right) {
			StringBuilder yaml = new StringBuilder("questions:\n");
			for (int each = 1; each <= number; each++) {
				yaml.append("""
						  - id: q-more-%d
						    type: single
						    stem: "What comes first?"
						    objectives: [lo-ask]
						    tags: [more]
						    difficulty: 1
						    lawSensitive: false
						    sources: [guidance]
						    status: active
						    options:
						      - {id: a, text: "%s", correct: true}
						      - {id: b, text: "a bed"}
						      - {id: c, text: "a form"}
						    feedback: {general: "Safety first."}
						""".formatted(each, right));
			}
			return yaml.toString();
		}

	}

	@Nested
	class W102Options {

		@ParameterizedTest
		@ValueSource(strings = { "All of the above", "none of these", "Both of them." })
		void nameWhatIsRight(String text) {
			WarningTests.this.folder.replace(BANK, "A deposit", text);

			assertThat(places(Rule.W102)).containsExactly(place(BANK, text, "W102"));
		}

		@ParameterizedTest
		@CsvSource({ "Which of these is not a sign?, 1", "Which of these is *not* a sign?, 0", "Who never decides?, 1",
				"She is not at home. What comes first?, 0", "Which one is noted?, 0" })
		void doNotHideANot(String stem, int expected) {
			WarningTests.this.folder.replace(BANK, "What comes *first*?", stem);

			assertThat(of(Rule.W102)).hasSize(expected);
		}

	}

	@Nested
	class W103And104Pages {

		@Test
		void haveShortSentences() {
			WarningTests.this.folder.replace(PAGE, SENTENCE,
					"And so it goes on " + "and on ".repeat(20) + "to the end.");

			assertThat(places(Rule.W103)).contains(place(PAGE, "And so it goes", "W103"));
		}

		@Test
		void mayQuoteALongOne() {
			WarningTests.this.folder.replace(PAGE, SENTENCE,
					"\n> And so it goes on " + "and on ".repeat(20) + "to the end.\n");

			assertThat(of(Rule.W103)).isEmpty();
		}

		@Test
		void haveShortWords() {
			WarningTests.this.folder.replace(PAGE, SENTENCE,
					"Extraterritorial accommodation authorities institutionalise interdepartmental responsibilities. "
						.repeat(20));

			assertThat(of(Rule.W103)).extracting(Finding::message)
				.anyMatch((message) -> message.startsWith("The page is hard to read (school year "));
		}

		@Test
		void areShort() {
			WarningTests.this.folder.replace(PAGE, SENTENCE, "Ask about both now. ".repeat(230));

			assertThat(places(Rule.W104)).containsExactly(PAGE + ":1 W104");
		}

	}

	@Nested
	class W105Sources {

		@Test
		void wereComparedLately() {
			checked("2024-01-01");

			assertThat(of(Rule.W105)).isNotEmpty()
				.allMatch((finding) -> finding.message().contains("was last compared on 2024-01-01"));
		}

		@Test
		void thatWereComparedAreFine() {
			checked("2026-01-01");

			assertThat(of(Rule.W105)).isEmpty();
		}

		private void checked(String day) {
			String sources = "shared/sources.yaml";
			WarningTests.this.folder.write(sources,
					WarningTests.this.folder.read(sources).replaceAll("checked: .*", "checked: \"" + day + "\""));
			WarningTests.this.folder.replace(PAGE, "lawSensitive: false", "lawSensitive: true");
		}

	}

	@Nested
	class W106Contacts {

		@ParameterizedTest
		@ValueSource(strings = { "Ring 08000 121 700.", "Ring (020) 7946 0018 now.", "Ring +44 20 7946 0018.",
				"Write to help@example.org.", "[Write](mailto:help@example.org) to them." })
		void belongIntoTheHelplines(String text) {
			WarningTests.this.folder.replace(PAGE, SENTENCE, text);

			assertThat(places(Rule.W106)).containsExactly(place(PAGE, text, "W106"));
		}

		@ParameterizedTest
		@ValueSource(strings = { "Ring 999.", "In 2024-25 there were 1,203 of 19,125 people.", "See 0.5 of 10 cases." })
		void areNotNumbersOfOtherThings(String text) {
			WarningTests.this.folder.replace(PAGE, SENTENCE, text);

			assertThat(of(Rule.W106)).isEmpty();
		}

	}

	@Nested
	class W107Cases {

		@ParameterizedTest
		@CsvSource(delimiter = '|',
				value = { "*R v Brecani* decides this. | 1", "*R v Brecani* [2021] EWCA Crim 731. | 0",
						"*R v Brecani* decides this [@guidance]. | 0", "*Chowdury v Greece* (21884/15) says so. | 0",
						"*R (TDT) v Secretary of State* says so. | 1", "Work v life is no case. | 0" })
		void haveACitation(String text, int expected) {
			WarningTests.this.folder.replace(PAGE, SENTENCE, text);

			assertThat(of(Rule.W107)).hasSize(expected);
		}

	}

	@Nested
	class W108Pools {

		@Test
		void areLargerThanWhatIsDrawn() {
			assertThat(places(Rule.W108)).containsExactly(place(ASSESSMENTS, "- tags: [final]", "W108"),
					place(ASSESSMENTS, "- questions: [", "W108"));
		}

	}

	@Nested
	class W109Words {

		@ParameterizedTest
		@CsvSource(delimiter = '|',
				value = { "She was rescued. | rescued", "Illegal immigrants work here. | Illegal immigrants",
						"The modern slaves of today. | modern slaves", "Support for the deaf. | the deaf" })
		void thatHurtAreFound(String text, String word) {
			WarningTests.this.folder.replace(PAGE, SENTENCE, text);

			assertThat(of(Rule.W109)).singleElement()
				.satisfies((finding) -> assertThat(finding.message()).startsWith("\"" + word + "\""));
		}

		@ParameterizedTest
		@ValueSource(strings = { "Do not write “rescued”.", "The Modern Slavery Act 2015.",
				"Support for the deaf person.", "The slave trade ended.", "> They were rescued." })
		void thatAreOthersAreNot(String text) {
			WarningTests.this.folder.replace(PAGE, SENTENCE, text);

			assertThat(of(Rule.W109)).isEmpty();
		}

	}

	@Nested
	class W110Reviews {

		@ParameterizedTest
		@CsvSource({ "2026-11-01, 1", "2026-12-24, 1", "2027-05-01, 0" })
		void fallDue(String day, int expected) {
			String module = WarningTests.this.folder.read(MODULE);
			WarningTests.this.folder.write(MODULE,
					module.replaceFirst("nextReviewDue: .*", "nextReviewDue: \"" + day + "\""));

			assertThat(of(Rule.W110)).hasSize(expected);
		}

	}

	private List<Finding> of(Rule rule) {
		return this.folder.findingsOn(TODAY).stream().filter((finding) -> finding.rule() == rule).toList();
	}

	private List<String> places(Rule rule) {
		return of(rule).stream().map(Finding::place).toList();
	}

	private String place(String file, String text, String code) {
		return this.folder.place(file, text, code);
	}

}
