package com.humantraffickingexperts.lti.learning;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import com.humantraffickingexperts.lti.catalog.TestCoursePackages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@SpringBootTest(classes = LearningPreview.class,
		properties = { "spring.datasource.url=jdbc:h2:mem:mvc;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class LearnerPagesMvcTests {

	private static final String NRM = "national-referral-mechanism";

	private static final String TRY = "/checks/final/tries/1";

	private static final String SCENARIO = "/scenarios/car-wash";

	private static final String REFLECTION = "/reflections/q-team";

	private static final AtomicInteger PEOPLE = new AtomicInteger();

	private final MockMvcTester mvc;

	private final CompletionsHeard heard;

	private final TestClock clock;

	LearnerPagesMvcTests(WebApplicationContext context, CompletionsHeard heard, TestClock clock) {
		this.heard = heard;
		this.clock = clock;
		this.mvc = MockMvcTester.from(context, (builder) -> builder.apply(springSecurity()).build());
	}

	@Nested
	class BeforeStarting {

		@Test
		void theEntranceSaysWhatTheModuleIsAndWhereTheGradeGoes() {
			assertThat(page(person("learner", NRM), "")).contains("The National Referral Mechanism", "About 40 minutes",
					"Law stated as at 20 May 2026", "Draft: not yet reviewed", "Identify who may refer",
					"Short fictional examples", "<bdi>Ngozi Adeyemi</bdi>",
					"Your grade will be sent to \u2068Safeguarding in practice\u2069 in \u2068Example College Moodle\u2069.",
					">Start<", "08000 121 700", "lang=\"en-GB\"", "dir=\"ltr\"");
		}

		@ParameterizedTest
		@CsvSource({ "teacher, because you teach this course", "viewer, because you are not enrolled here",
				"test, because this is a test student", "anonymous, does not say who you are",
				"ungraded, offers no gradebook for this activity" })
		void whoeverIsNotGradedIsToldWhy(String kind, String reason) {
			assertThat(page(person(kind, NRM), "")).contains(reason).doesNotContain("Your grade will be sent");
		}

		@Test
		void anApprovedModuleIsNoDraft() {
			assertThat(page(person("learner", "immediate"), "")).doesNotContain("Draft");
		}

		@Test
		void aModuleThatIsOfferedToThisInstitutionOpens() {
			assertThat(page(person("restricted", "immediate"), "")).contains(">Start<");
		}

		@ParameterizedTest
		@CsvSource({ "nodrafts, national-referral-mechanism, 403", "nodrafts, immediate, 200",
				"learner, national-referral-mechanism, 200" })
		void aDraftIsOfferedOnlyWhereTheTermsSaySo(String kind, String module, int status) {
			assertThat(ask(get(address(person(kind, module), "")))).hasStatus(status);
		}

		@Test
		void namesAreText() {
			assertThat(page(person("hostile", NRM), "")).contains("&lt;script&gt;alert(1)&lt;/script&gt;")
				.doesNotContain("<script>alert");
		}

		@Test
		void withoutAModuleLearnersAndTeachersReadDifferentThings() {
			assertThat(page("learner-none", "")).contains("your teacher has not chosen a module for it yet");
			assertThat(page("teacher-none", "")).contains("Edit the activity");
		}

		@ParameterizedTest
		@CsvSource({ "learner, nothing, 404, MODULE-UNKNOWN", "learner, withdrawn, 410, MODULE-WITHDRAWN",
				"restricted, silent, 403, MODULE-NOT-OFFERED", "restricted, nothing, 404, MODULE-UNKNOWN" })
		void aModuleThatIsNotOfferedIsRefused(String kind, String module, int status, String code) {
			MvcTestResult answer = ask(get(address(person(kind, module), "")));
			assertThat(answer).hasStatus(status);
			assertThat(text(answer)).contains(code, "If you teach this course", "If you are learning here");
		}

		@Test
		void whoeverMeetsAWithdrawnModuleReadsWhyAndWhatTakesItsPlace() {
			MvcTestResult answer = ask(get(address(person("learner", "withdrawn"), "")));
			assertThat(text(answer)).contains("Why it was withdrawn", "The time limit on page 2 is out of date.",
					"What takes its place", TestCoursePackages.module().build().title());
		}

		@ParameterizedTest
		@ValueSource(strings = { "/pages/consent", "/checks/final", TRY + "/questions/1", "/end" })
		void nothingOpensBeforeTheStart(String rest) {
			String person = person("learner", NRM);
			assertThat(ask(get(address(person, rest)))).hasStatus(303).hasRedirectedUrl(address(person, ""));
		}

	}

	@Nested
	class WhileReading {

		@Test
		void aPageShowsWhereOneIsAndWhatItReliesOn() {
			String person = started(NRM);
			assertThat(page(person, "/pages/consent")).contains("Page 2 of 3", "Referral and consent",
					"<h1>Consent: adults and children</h1>", "note-law", "Sources (2)",
					"Modern Slavery Act 2015 (c. 30), section 52", "Next page", "Back");
			assertThat(page(person, "/pages/meeting")).contains("Go to the check").doesNotContain("Sources (");
		}

		@Test
		void onContinuesWhereOneLeftOff() {
			String person = started(NRM);
			page(person, "/pages/consent");
			assertThat(page(person, "")).contains("Continue where you left off", "Not read yet");
			assertThat(send(person, "")).hasRedirectedUrl(address(person, "/pages/consent"));
			assertThat(page(person, "/pause")).contains("Everything you did is saved",
					address(person, "/pages/consent"), "https://moodle.example.org/course/view.php?id=2");
		}

		@ParameterizedTest
		@ValueSource(strings = { "/pages/none", "/pages/..%2Fx", "/checks/none", "/checks/final/tries/9/result",
				"/checks/final/tries/0/questions/1" })
		void whatIsNotThereIsNotFound(String rest) {
			MvcTestResult answer = ask(get(URI.create(address(started(NRM), rest))));
			assertThat(answer.getResponse().getStatus()).isIn(400, 404);
		}

	}

	@Nested
	class InACheck {

		@Test
		void answersAreSavedAndTheKeyStaysHere() {
			String person = inCheck(NRM);
			String question = page(person, TRY + "/questions/1");
			assertThat(question).contains("Question 1 of 4", "Who may refer a person?", "value=\"responder\"")
				.doesNotContain("checked", "section 52", "correct", "A notification about");
			assertThat(send(person, TRY + "/questions/1", "self")).hasStatus(303)
				.hasRedirectedUrl(address(person, TRY + "/questions/2"));
			assertThat(page(person, TRY + "/questions/1")).containsPattern("value=\"self\" checked")
				.doesNotContain("Look at section 52");
			assertThat(page(person, TRY + "/review")).contains("3 questions are not answered", "The person");
		}

		@Test
		void withoutAnAnswerTheQuestionComesAgain() {
			String person = inCheck(NRM);
			MvcTestResult answer = send(person, TRY + "/questions/3");
			assertThat(answer).hasStatus(422);
			assertThat(text(answer)).contains("There is a problem", "Choose at least one answer",
					"<title>Problem: question 3 of 4");
		}

		@ParameterizedTest
		@CsvSource({ "1, nonsense", "1, self;responder", "4, maybe" })
		void answersThatTheQuestionDoesNotOfferAreRefused(int number, String choice) {
			assertThat(send(inCheck(NRM), TRY + "/questions/" + number, choice.split(";"))).hasStatus(400);
		}

		@ParameterizedTest
		@ValueSource(ints = { 0, 5, -1 })
		void thereAreOnlyItsQuestions(int number) {
			assertThat(ask(get(address(inCheck(NRM), TRY + "/questions/" + number)))).hasStatus(404);
		}

		@Test
		void aFormOfAnotherPageIsRefused() {
			String person = inCheck(NRM);
			assertThat(ask(post(address(person, TRY + "/questions/1")).param("choice", "self"))).hasStatus(403);
		}

		@Test
		void beginningAgainGoesOnAtTheFirstOpenQuestion() {
			String person = inCheck(NRM);
			send(person, TRY + "/questions/1", "self");
			assertThat(send(person, "/checks/final")).hasRedirectedUrl(address(person, TRY + "/questions/2"));
		}

		@Test
		void feedbackAtOnceSettlesTheAnswer() {
			String person = inCheck("immediate");
			assertThat(send(person, TRY + "/questions/1", "self"))
				.hasRedirectedUrl(address(person, TRY + "/questions/1#feedback"));
			send(person, TRY + "/questions/1", "responder");
			assertThat(page(person, TRY + "/questions/1"))
				.contains("Not right", "Look at section 52 again.", "A notification about an adult", "Right answer")
				.doesNotContain("<fieldset");
		}

	}

	@Nested
	class QuestionsOfEachType {

		@Test
		void theKeyStaysHereUntilItMayBeShown() {
			String person = inCheck("types");
			for (int number = 1; number <= 5; number++) {
				assertThat(page(person, TRY + "/questions/" + number)).doesNotContain("Safety and informed consent",
						"is-right", "section 52", "28 \u2013", "??", " style=");
			}
			assertThat(page(person, TRY + "/review")).contains("5 questions are not answered");
		}

		@Test
		void matchingIsByListsThatFoldOut() {
			String person = inCheck("types");
			assertThat(page(person, TRY + "/questions/1"))
				.contains("name=\"pair-rg\"", "Choose an answer", "Starts support &amp; recovery",
						"<em>Conclusive</em> grounds")
				.doesNotContain("&amp;amp;", "selected");
			MvcTestResult half = fill(person, 1, Map.of("pair-rg", "start", "pair-cg", ""));
			assertThat(half).hasStatus(422);
			assertThat(text(half)).contains("Choose an answer for each line")
				.containsPattern("value=\"start\" selected");
			assertThat(fill(person, 1, Map.of("pair-rg", "start", "pair-cg", "charge"))).hasStatus(303);
			assertThat(page(person, TRY + "/questions/1")).containsPattern("value=\"charge\" selected");
			assertThat(page(person, TRY + "/review"))
				.contains("Reasonable grounds \u2013 Starts support &amp; recovery");
			assertThat(fill(person, 1, Map.of("pair-rg", "start", "pair-cg", "nonsense"))).hasStatus(400);
		}

		@Test
		void orderingIsByPlaces() {
			String person = inCheck("types");
			Map<String, String> twice = Map.of("place-s1", "1", "place-s2", "1", "place-s3", "3", "place-s4", "4");
			MvcTestResult again = fill(person, 2, twice);
			assertThat(again).hasStatus(422);
			assertThat(text(again)).contains("Give each line a place of its own");
			assertThat(fill(person, 2, places("5", "1", "2", "3"))).hasStatus(400);
			assertThat(fill(person, 2, places("2", "1", "3", "4"))).hasStatus(303);
			assertThat(page(person, TRY + "/review")).containsSubsequence("Step 2", "Step 1", "Step 3", "Step 4");
		}

		@Test
		void numbersAreReadAsTheyAreWritten() {
			String person = inCheck("types");
			assertThat(page(person, TRY + "/questions/3")).contains("days", "inputmode=\"decimal\"",
					"Please do not type details of a real case");
			MvcTestResult words = fill(person, 3, Map.of("text", "about <b>thirty</b>"));
			assertThat(words).hasStatus(422);
			assertThat(text(words)).contains("Write a number in digits", "about &lt;b&gt;thirty&lt;/b&gt;");
			assertThat(fill(person, 3, Map.of("text", " 29.5 "))).hasStatus(303);
			assertThat(page(person, TRY + "/review")).contains("29.5 days");
		}

		@Test
		void wordsAreTextAndNotMoreThanFit() {
			String person = inCheck("types");
			assertThat(page(person, TRY + "/questions/4")).contains("maxlength=\"40\"",
					"Please do not type details of a real case");
			assertThat(fill(person, 4, Map.of("text", " "))).hasStatus(422);
			assertThat(text(fill(person, 4, Map.of("text", "x".repeat(41))))).contains("no more than 40 characters");
			assertThat(fill(person, 4, Map.of("text", "<script>s</script>"))).hasStatus(303);
			assertThat(page(person, TRY + "/review")).contains("&lt;script&gt;s&lt;/script&gt;")
				.doesNotContain("<script>s");
		}

		@Test
		void aScenarioInACheckIsWalkedOnceAndEachStepStays() {
			String person = inCheck("types");
			assertThat(text(fill(person, 5, Map.of("step", "0")))).contains("Choose what you do");
			assertThat(fill(person, 5, Map.of("step", "0", "choice", "later"))).hasStatus(303)
				.hasRedirectedUrl(address(person, TRY + "/questions/5#story"));
			fill(person, 5, Map.of("step", "0", "choice", "ask"));
			assertThat(page(person, TRY + "/questions/5")).contains("Find a safe moment", "Alone with an interpreter");
			assertThat(page(person, TRY + "/review")).contains("5 questions are not answered");
			fill(person, 5, Map.of("step", "1", "choice", "refer"));
			fill(person, 5, Map.of("again", "2"));
			assertThat(page(person, TRY + "/questions/5"))
				.contains("This was not safe", "Safer: separate, explain, ask.", "In this check the first way counts")
				.doesNotContain("Go through it again", "<fieldset");
			assertThat(page(person, TRY + "/review")).contains("4 questions are not answered");
		}

		@Test
		void theResultCountsThemAllAndShowsWhatIsRightOncePassed() {
			String person = inCheck("types");
			fill(person, 1, Map.of("pair-rg", "start", "pair-cg", "confirm"));
			fill(person, 2, places("1", "2", "3", "4"));
			fill(person, 3, Map.of("text", "30 days"));
			fill(person, 4, Map.of("text", "s52"));
			fill(person, 5, Map.of("step", "0", "choice", "later"));
			fill(person, 5, Map.of("step", "1", "choice", "number"));
			send(person, TRY + "/submission");
			assertThat(page(person, TRY + "/result")).contains("You passed", "83.33%", "4.17 of 5 points", "section 52",
					"Safety and informed consent");
		}

		@Test
		void aFailedCheckDoesNotShowWhatIsRight() {
			String person = inCheck("types");
			fill(person, 1, Map.of("pair-rg", "charge", "pair-cg", "charge"));
			fill(person, 3, Map.of("text", "1,250"));
			send(person, TRY + "/submission");
			assertThat(page(person, TRY + "/result")).contains("Not passed yet", "1,250 days", "Starts a prosecution")
				.doesNotContain("Starts support", "28 \u2013", "section 52", "Right answer");
		}

		@Test
		void inAPracticeFeedbackComesAtOnceAndAScenarioCanBeWalkedAgain() {
			String person = inCheck("types-at-once");
			fill(person, 2, places("4", "3", "2", "1"));
			assertThat(page(person, TRY + "/questions/2")).contains("Not right", "Right answer",
					"Safety and informed consent");
			fill(person, 3, Map.of("text", "5"));
			assertThat(page(person, TRY + "/questions/3")).contains("28 \u2013 30 days");
			fill(person, 5, Map.of("step", "0", "choice", "ask"));
			assertThat(page(person, TRY + "/questions/5")).contains("This was not safe", "Go through it again",
					"Not right");
			fill(person, 5, Map.of("again", "1"));
			assertThat(page(person, TRY + "/questions/5")).contains("What do you do?").doesNotContain("Not right");
		}

		private MvcTestResult fill(String person, int number, Map<String, String> fields) {
			return form(person, TRY + "/questions/" + number, fields);
		}

		private static Map<String, String> places(String... places) {
			return Map.of("place-s1", places[0], "place-s2", places[1], "place-s3", places[2], "place-s4", places[3]);
		}

	}

	@Nested
	class WhatIsKeptAsItHappens {

		@Test
		void anAnswerIsKeptAndCanBeChanged() {
			String person = inCheck(NRM);
			assertThat(keep(person, 1, Map.of("choice", "self"))).hasStatus(204);
			assertThat(keep(person, 1, Map.of("choice", "self"))).as("the same again").hasStatus(204);
			assertThat(page(person, TRY + "/questions/1")).containsPattern("value=\"self\" checked")
				.doesNotContain("Look at section 52");
			keep(person, 1, Map.of("choice", "responder"));
			assertThat(page(person, TRY + "/review")).contains("3 questions are not answered",
					"A first responder organisation");
		}

		@Test
		void halfAnAnswerIsKeptButIsNone() {
			String person = inCheck("types");
			assertThat(keep(person, 1, Map.of("pair-rg", "start", "pair-cg", "", "other", "x"))).hasStatus(204);
			assertThat(keep(person, 3, Map.of("text", "about=thirty\nor so"))).hasStatus(204);
			assertThat(page(person, TRY + "/questions/1")).containsPattern("value=\"start\" selected");
			assertThat(page(person, TRY + "/questions/3")).contains("value=\"about=thirty or so\"");
			assertThat(page(person, TRY + "/review")).contains("5 questions are not answered")
				.doesNotContain("about=thirty");
			send(person, TRY + "/submission");
			assertThat(page(person, TRY + "/result")).contains("You did not answer").doesNotContain("about=thirty");
		}

		@Test
		void whatIsTakenBackIsNoAnswerAnyMore() {
			String person = inCheck("types");
			keep(person, 3, Map.of("text", "30"));
			assertThat(page(person, TRY + "/review")).contains("4 questions are not answered");
			keep(person, 3, Map.of("text", ""));
			assertThat(page(person, TRY + "/review")).contains("5 questions are not answered");
		}

		@Test
		void whereFeedbackFollowsAtOnceNothingIsSettledBeforeTheLearnerChecks() {
			String person = inCheck("immediate");
			assertThat(keep(person, 1, Map.of("choice", "self"))).hasStatus(204);
			assertThat(page(person, TRY + "/questions/1")).containsPattern("value=\"self\" checked")
				.contains("Check answer")
				.doesNotContain("Not right", "Look at section 52", "A notification about");
			assertThat(page(person, TRY + "/review")).contains("4 questions are not answered");
			send(person, TRY + "/questions/1", "responder");
			assertThat(page(person, TRY + "/questions/1")).contains("Right").doesNotContain("<fieldset");
		}

		@Test
		void aSettledAnswerStaysWhateverAnotherTabKeeps() {
			String person = inCheck("immediate");
			send(person, TRY + "/questions/1", "self");
			assertThat(keep(person, 1, Map.of("choice", "responder"))).hasStatus(303)
				.hasRedirectedUrl(address(person, TRY + "/questions/1"));
			assertThat(page(person, TRY + "/questions/1")).contains("Not right");
		}

		@Test
		void whatWasHandedInStays() {
			String person = inCheck(NRM);
			submit(person, "responder", "name", "refer", "true");
			assertThat(keep(person, 1, Map.of("choice", "self"))).hasStatus(303)
				.hasRedirectedUrl(address(person, TRY + "/result"));
			assertThat(page(person, TRY + "/result")).contains("87.5%");
		}

		@Test
		void whatOnlyAChangedFormSendsIsRefused() {
			String person = inCheck("types");
			assertThat(keep(person, 1, Map.of("pair-rg", "nonsense"))).hasStatus(400);
			assertThat(keep(person, 5, Map.of("choice", "ask"))).as("a scenario").hasStatus(400);
			assertThat(keep(person, 9, Map.of("text", "x"))).hasStatus(404);
			assertThat(keep(person, 3, Map.of("text", "1".repeat(41)))).hasStatus(422);
			assertThat(keep(person, 4, Map.of("text", "x".repeat(41)))).hasStatus(422);
			assertThat(ask(post(address(person, TRY + "/questions/4/draft")).param("text", "s52"))).hasStatus(403);
			assertThat(page(person, TRY + "/questions/4")).contains("value=\"\"");
		}

		@Test
		void aReflectionIsKeptAsADraftThatCountsForNothing() {
			String person = started("types");
			assertThat(keepReflection(person, 0, "Our")).hasStatusOk().hasBodyTextEqualTo("1");
			assertThat(keepReflection(person, 0, "Our")).as("the same again").hasStatusOk().hasBodyTextEqualTo("1");
			assertThat(keepReflection(person, 1, "Our lead, first")).hasBodyTextEqualTo("2");
			assertThat(page(person, REFLECTION))
				.contains(">Our lead, first</textarea>", ">Kept as a draft", "name=\"revision\" value=\"2\"")
				.doesNotContain("safeguarding lead", "Delete what you wrote", "What you wrote is deleted",
						"Your text is saved");
			assertThat(page(person, "")).contains("Not written yet");
		}

		@Test
		void savingAReflectionTakesItsDraftAlong() {
			String person = started("types");
			keepReflection(person, 0, "Our lead, first");
			assertThat(form(person, REFLECTION, Map.of("revision", "0", "text", "Our lead, first")))
				.as("the page did not hear that its draft was kept")
				.hasStatus(303);
			keepReflection(person, 2, "Our lead, and out of");
			assertThat(page(person, REFLECTION)).contains(">Our lead, and out of</textarea>", "Your text is saved");
			assertThat(form(person, REFLECTION, Map.of("revision", "3", "text", "Our lead, first"))).hasStatus(303);
			assertThat(page(person, REFLECTION)).contains(">Our lead, first</textarea>")
				.doesNotContain("and out of", ">Kept as a draft");
		}

		@Test
		void anOldTabDoesNotUndoTheDraftOfANewOne() {
			String person = started("types");
			keepReflection(person, 0, "written on the phone");
			assertThat(keepReflection(person, 0, "written at the desk")).hasStatus(409);
			MvcTestResult old = form(person, REFLECTION, Map.of("revision", "0", "text", "written at the desk"));
			assertThat(old).hasStatus(409);
			assertThat(text(old)).contains("written at the desk", "written on the phone");
			assertThat(page(person, REFLECTION)).contains(">written on the phone</textarea>");
		}

		@Test
		void aDraftIsNotLongerThanAReflection() {
			String person = started("types");
			assertThat(keepReflection(person, 0, "x".repeat(5_001))).hasStatus(422);
			assertThat(ask(post(address(person, REFLECTION + "/draft")).param("text", "x").param("revision", "0")))
				.hasStatus(403);
			assertThat(page(person, REFLECTION)).doesNotContain(">Kept as a draft");
		}

		private MvcTestResult keep(String person, int number, Map<String, String> fields) {
			return form(person, TRY + "/questions/" + number + "/draft", fields);
		}

		private MvcTestResult keepReflection(String person, int revision, String text) {
			return form(person, REFLECTION + "/draft", Map.of("revision", String.valueOf(revision), "text", text));
		}

	}

	@Nested
	class AScenarioOfTheModule {

		@Test
		void showsWhereTheLearnerIsAndWhatCameOfEachChoice() {
			String person = started("types");
			assertThat(page(person, "/pages/meeting")).contains("Go to the scenario");
			assertThat(page(person, SCENARIO))
				.contains("A conversation at the car wash", "What do you do?", "Leave this for later")
				.doesNotContain("This may put Danil at risk", "points");
			assertThat(form(person, SCENARIO, Map.of("walk", "1", "step", "0"))).hasStatus(422);
			assertThat(form(person, SCENARIO, Map.of("walk", "1", "step", "0", "choice", "ask"))).hasStatus(303)
				.hasRedirectedUrl(address(person, SCENARIO + "#story"));
			assertThat(page(person, SCENARIO)).contains("This may put Danil at risk", "This was not safe",
					"Safer: separate, explain, ask.", "Go through it again");
		}

		@Test
		void canBeWalkedAgainToABetterEnd() {
			String person = started("types");
			form(person, SCENARIO, Map.of("walk", "1", "step", "0", "choice", "ask"));
			form(person, SCENARIO, Map.of("walk", "1", "again", "1"));
			form(person, SCENARIO, Map.of("walk", "1", "again", "1"));
			assertThat(page(person, SCENARIO)).contains("name=\"walk\" value=\"2\"", "What do you do?");
			form(person, SCENARIO, Map.of("walk", "2", "step", "0", "choice", "later"));
			form(person, SCENARIO, Map.of("walk", "2", "step", "1", "choice", "explain"));
			assertThat(page(person, SCENARIO)).contains("A good end", "The story so far", "You agree a safe way");
			assertThat(page(person, "")).contains("Done");
		}

		@Test
		void isWhereOneLeftOff() {
			String person = started("types");
			page(person, SCENARIO);
			assertThat(send(person, "")).hasRedirectedUrl(address(person, SCENARIO));
		}

		@ParameterizedTest
		@ValueSource(strings = { "/scenarios/none", "/reflections/none", "/reflections/q-days" })
		void onlyWhatHasAPlaceIsThere(String rest) {
			assertThat(ask(get(address(started("types"), rest)))).hasStatus(404);
		}

	}

	@Nested
	class AReflection {

		@Test
		void saysWhoReadsItAndIsShownToItsLearnerOnly() {
			String person = started("types");
			assertThat(page(person, REFLECTION))
				.contains("Only you are shown what you write", "Please do not type details of a real case",
						"Please write at least 3 words")
				.doesNotContain("safeguarding lead", "Delete what you wrote");
			assertThat(write(person, 0, "call <Ana> \r\n at home")).hasStatus(303);
			assertThat(page(person, REFLECTION)).contains("call &lt;Ana&gt;", "Your text is saved",
					"safeguarding lead first", "Delete what you wrote");
			assertThat(page(started("types"), REFLECTION)).doesNotContain("Ana");
		}

		@Test
		void isSavedOnlyWhenSomethingIsWritten() {
			String person = started("types");
			assertThat(text(write(person, 0, " \r\n "))).contains("Write something");
			MvcTestResult brief = write(person, 0, "too short");
			assertThat(brief).hasStatus(422);
			assertThat(text(brief)).contains("Write at least 3 words", ">too short</textarea>");
			assertThat(text(write(person, 0, "long word ".repeat(600)))).contains("no more than 5,000 characters");
			assertThat(page(person, REFLECTION)).doesNotContain("Your text is saved");
		}

		@Test
		void isNotOverwrittenByAnOldTab() {
			String person = started("types");
			write(person, 0, "written on the phone");
			MvcTestResult old = write(person, 0, "written at the desk");
			assertThat(old).hasStatus(409);
			assertThat(text(old)).contains("written on the phone", "written at the desk", "Save this text instead",
					"name=\"revision\" value=\"1\"");
			assertThat(write(person, 1, "written at the desk")).hasStatus(303);
		}

		@Test
		void canBeDeletedAndStillCounts() {
			String person = started("types");
			write(person, 0, "call my manager");
			assertThat(form(person, REFLECTION + "/deletion", Map.of())).hasStatus(303);
			assertThat(page(person, REFLECTION)).contains("What you wrote is deleted")
				.doesNotContain("call my manager", "safeguarding lead");
			assertThat(page(person, "")).contains("Written");
		}

		private MvcTestResult write(String person, int revision, String text) {
			return form(person, REFLECTION, Map.of("revision", String.valueOf(revision), "text", text));
		}

	}

	@Nested
	class AfterACheck {

		@Test
		void aFailedCheckShowsFeedbackButNotTheRightAnswers() {
			String person = inCheck(NRM);
			assertThat(submit(person, "self", "sector", "wait", "false")).hasStatus(303);
			assertThat(page(person, TRY + "/result"))
				.contains("Not passed yet", "0 of 4 points", "You can try again in 10 minutes",
						"Look at section 52 again.", "Your result by objective")
				.doesNotContain("Right answer", "is-right", ">Try again<");
			assertThat(send(person, "/checks/final")).hasRedirectedUrl(address(person, "/checks/final"));
			LearnerPagesMvcTests.this.clock.advance(Duration.ofMinutes(10));
			assertThat(page(person, TRY + "/result")).contains(">Try again<");
			assertThat(send(person, "/checks/final"))
				.hasRedirectedUrl(address(person, "/checks/final/tries/2/questions/1"));
		}

		@Test
		void aPassedCheckShowsThem() {
			String person = inCheck(NRM);
			submit(person, "responder", "name", "refer", "true");
			assertThat(page(person, TRY + "/result")).contains("You passed", "87.5%", "3.5 of 4 points", "Partly right",
					"Right answer", "Some pages are still to be read", "once you have completed the module");
		}

		@ParameterizedTest
		@CsvSource({ "silent, false, false", "after-pass, false, true" })
		void feedbackIsShownAsTheCheckAllows(String module, boolean failed, boolean passed) {
			String loser = inCheck(module);
			submit(loser, "self", "sector", "wait", "false");
			assertThat(page(loser, TRY + "/result").contains("Look at section 52")).isEqualTo(failed);
			String winner = inCheck(module);
			submit(winner, "responder", "name", "refer", "true");
			String result = page(winner, TRY + "/result");
			assertThat(result.contains("Look at section 52")).isEqualTo(passed);
			assertThat(result).contains("You passed").doesNotContain("Right answer");
		}

		@Test
		void answersAreHandedInOnce() {
			String person = inCheck(NRM);
			submit(person, "responder", "name", "refer", "true");
			assertThat(send(person, TRY + "/questions/1", "self")).hasRedirectedUrl(address(person, TRY + "/result"));
			assertThat(send(person, TRY + "/submission")).hasRedirectedUrl(address(person, TRY + "/result"));
			assertThat(page(person, TRY + "/result")).contains("87.5%");
		}

		@Test
		void triesEndAtTheirMaximum() {
			String person = inCheck("immediate");
			submit(person, "self", "sector", "wait", "false");
			send(person, "/checks/final");
			assertThat(send(person, "/checks/final/tries/2/submission")).hasStatus(303);
			assertThat(page(person, "/checks/final")).contains("This check can be taken twice, and you have done so.");
			assertThat(send(person, "/checks/final")).hasRedirectedUrl(address(person, "/checks/final"));
		}

		@Test
		void whoReadsAllAndPassesIsDoneAndTheGradeIsOnItsWay() {
			String person = inCheck(NRM);
			for (String page : List.of("who-refers", "consent", "meeting")) {
				page(person, "/pages/" + page);
			}
			int before = LearnerPagesMvcTests.this.heard.all().size();
			submit(person, "responder", "name", "refer", "true");
			assertThat(page(person, "/end")).contains("You have completed this module",
					"Your grade will be sent to \u2068Safeguarding in practice\u2069");
			List<AttemptCompleted> heard = LearnerPagesMvcTests.this.heard.all();
			assertThat(heard).hasSize(before + 1);
			assertThat(heard.getLast().points().given()).isEqualByComparingTo("87.5");
		}

		@Test
		void aTeacherWalksTheWholeModuleAndNothingIsSent() {
			String teacher = inCheck("teacher", NRM);
			List.of("who-refers", "consent", "meeting").forEach((page) -> page(teacher, "/pages/" + page));
			int before = LearnerPagesMvcTests.this.heard.all().size();
			submit(teacher, "responder", "name", "refer", "true");
			assertThat(page(teacher, "/end")).contains("You have completed this module",
					"Preview: nothing is recorded in the gradebook");
			assertThat(LearnerPagesMvcTests.this.heard.all()).hasSize(before);
		}

	}

	@Nested
	class OnEachPage {

		@Test
		void thereIsNoInlineScriptOrStyleAndNoUntranslatedKey() {
			String person = inCheck(NRM);
			List<String> pages = new ArrayList<>(List.of("", "/pages/consent", "/checks/final", TRY + "/questions/1",
					TRY + "/review", "/pause", "/end"));
			pages.forEach((one) -> assertThat(page(person, one)).doesNotContain("<style", " style=", "onclick", "??")
				.doesNotContainPattern("<script(?![^>]* src=)")
				.contains("https://www.bbc.co.uk/weather", "target=\"_top\"", "Helplines", "Pause"));
		}

	}

	private String started(String module) {
		String person = person("learner", module);
		assertThat(send(person, "")).hasStatus(303).hasRedirectedUrl(address(person, "/pages/who-refers"));
		return person;
	}

	private String inCheck(String module) {
		return inCheck("learner", module);
	}

	private String inCheck(String kind, String module) {
		String person = person(kind, module);
		send(person, "");
		assertThat(send(person, "/checks/final")).hasStatus(303)
			.hasRedirectedUrl(address(person, TRY + "/questions/1"));
		return person;
	}

	private MvcTestResult submit(String person, String... choices) {
		for (int number = 1; number <= choices.length; number++) {
			assertThat(send(person, TRY + "/questions/" + number, choices[number - 1])).hasStatus(303);
		}
		return send(person, TRY + "/submission");
	}

	private String page(String person, String rest) {
		MvcTestResult answer = ask(get(address(person, rest)));
		assertThat(answer).hasStatusOk();
		return text(answer);
	}

	private MvcTestResult send(String person, String rest, String... choice) {
		MockHttpServletRequestBuilder form = post(address(person, rest)).with(csrf());
		return ask((choice.length > 0) ? form.param("choice", choice) : form);
	}

	private MvcTestResult form(String person, String rest, Map<String, String> fields) {
		MockHttpServletRequestBuilder form = post(address(person, rest)).with(csrf());
		fields.forEach(form::param);
		return ask(form);
	}

	private MvcTestResult ask(MockHttpServletRequestBuilder request) {
		return this.mvc.perform(request);
	}

	private static String text(MvcTestResult answer) {
		MockHttpServletResponse response = answer.getResponse();
		try {
			return response.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String address(String person, String rest) {
		return "/launches/" + person + "/learn" + rest;
	}

	private static String person(String kind, String module) {
		return kind + "-mvc" + PEOPLE.incrementAndGet() + "--" + module;
	}

}
