package com.humantraffickingexperts.lti.classes;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import com.humantraffickingexperts.lti.audit.AuditedChange;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What those who teach see of their class, and what they can do. */
@SpringBootTest(classes = ClassesPreview.class,
		properties = { "spring.datasource.url=jdbc:h2:mem:classes;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ClassPagesMvcTests {

	private static final AtomicInteger COURSES = new AtomicInteger();

	private static final Pattern ROW = Pattern.compile("<th scope=\"row\"");

	private final MockMvcTester mvc;

	private final JdbcTemplate jdbc;

	private final ClassesPreview.Recorded audit;

	private final ClassesPreview.Again again;

	ClassPagesMvcTests(WebApplicationContext context, JdbcTemplate jdbc, ClassesPreview.Recorded audit,
			ClassesPreview.Again again) {
		this.mvc = MockMvcTester.from(context, (builder) -> builder.apply(springSecurity()).build());
		this.jdbc = jdbc;
		this.audit = audit;
		this.again = again;
	}

	@Nested
	class TheListOfLearners {

		@Test
		void holdsEverybodyAlsoThoseWhoNeverOpenedTheModule() {
			String page = page(course(28), "");
			assertThat(ROW.matcher(page).results().count()).isEqualTo(28);
			assertThat(page)
				.contains("Amara Adeyemi", "Not begun", "Reading", "Check begun", "Not passed", "Check passed",
						"Completed", "In the gradebook", "Not delivered", "No name given",
						"List of members as at 1 November 2026, 09:00.", "1 to 28 of 28 learners")
				.doesNotContain("Next page", "??");
		}

		@Test
		void isLedToFromThePageBeforeTheModule() {
			String course = course(7);
			assertThat(text(ask(get("/launches/teacher--" + course + "--immediate/learn"))))
				.contains("See how your class is doing", "/launches/teacher--" + course + "--immediate/class");
			assertThat(text(ask(get("/launches/learner-1--" + course + "--immediate/learn"))))
				.doesNotContain("See how your class");
		}

		@Test
		void comesInPagesThatKeepFilterAndOrder() {
			String course = course(130);
			String first = page(course, "?sort=result&order=down&show=completed");
			assertThat(first).contains("1 to 36 of 36 learners", "aria-sort=\"descending\"");
			assertThat(first.indexOf("100%", first.indexOf("<tbody")))
				.isLessThan(first.indexOf("87.5%", first.indexOf("<tbody")));
			String second = page(course, "?page=2");
			assertThat(ROW.matcher(second).results().count()).isEqualTo(50);
			assertThat(second).contains("51 to 100 of ", "?sort=name&amp;page=3", "Page 2 of 3");
			assertThat(page(course, "?page=99")).contains("Page 3 of 3");
		}

		@ParameterizedTest
		@ValueSource(strings = { "?words=maelle", "?words=MAËLLE", "?words=Evrard&show=completed" })
		void isSearchedWithoutRegardToAccentsAndCase(String query) {
			String page = page(course(60), query);
			assertThat(page).containsAnyOf("Maëlle", "Évrard").doesNotContain("Amara Adeyemi");
		}

		@ParameterizedTest
		@ValueSource(strings = { "?page=-4", "?page=x", "?sort=nothing&order=up", "?show=nobody",
				"?words=%3Cscript%3Ealert(1)%3C/script%3E", "?words=%25_%27" })
		void isShownWhateverTheAddressSays(String query) {
			assertThat(page(course(7), query)).doesNotContain("<script>alert");
		}

		@Test
		void escapesWhateverSomebodyIsCalled() {
			String course = course(2);
			this.jdbc()
				.update("update lti_user set name = '<img src=x>' where id = ?", TestClasses.user(launch(course), 1));
			assertThat(page(course, "")).contains("&lt;img src=x&gt;").doesNotContain("<img src=x>");
		}

		@Test
		void saysWhyTheListOfMembersIsOldAndStillShowsIt() {
			String course = course(7);
			this.jdbc()
				.update("update roster set problem = 'NOT_ALLOWED' where context_id = ?",
						Objects.requireNonNull(launch(course).context()).id().value());
			assertThat(page(course, "")).contains("The list of members could not be read",
					"You see the list as at 1 November 2026, 09:00, because", "does not let this tool read the list",
					"Amara Adeyemi");
		}

		@Test
		void showsThoseWhoBeganWhereThePlatformTellsNobody() {
			TestClasses.fill(this.jdbc(), ClassesPreview.launch("teacher--unlisted--immediate"), 14);
			this.jdbc()
				.update("delete from membership where context_id = ?",
						Objects.requireNonNull(launch("unlisted").context()).id().value());
			String page = page("unlisted", "");
			assertThat(ROW.matcher(page).results().count()).isEqualTo(12);
			assertThat(page).contains("does not tell this tool who is in the course")
				.doesNotContain("no longer in the course", "Read the list again");
		}

		@Test
		void drawsCompletionAndSaysTheSameInWords() {
			assertThat(page(course(28), "")).contains("Completed over time",
					"8 of 28 learners have completed the module", "<polyline class=\"plot-line\" points=\"0,120 ");
			assertThat(page(course(2), "")).contains("Nobody has completed the module yet.").doesNotContain("<svg");
		}

		@Test
		void of5000LearnersIsSmall() {
			String course = course(5000);
			page(course, "?page=7");
			long begin = System.nanoTime();
			String page = page(course, "");
			System.out.printf("The page of 5,000 learners: %d ms, %d bytes before compression%n",
					(System.nanoTime() - begin) / 1_000_000, page.getBytes(StandardCharsets.UTF_8).length);
			assertThat(page).contains("1 to 50 of ");
			assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(300_000);
		}

		private JdbcTemplate jdbc() {
			return ClassPagesMvcTests.this.jdbc;
		}

	}

	@Nested
	class Groups {

		private final String course = course(30);

		@Test
		void areNotMentionedWhereThePlatformTellsNone() {
			assertThat(page(this.course, "?group=none")).doesNotContain("All groups", "In no group", "group=")
				.contains("1 to 29 of 29 learners");
			assertThat(file("")).doesNotContain("\"Groups\"");
		}

		@Test
		void areFilteredBy() {
			TestClasses.divide(ClassPagesMvcTests.this.jdbc, launch(this.course), 30);
			String page = page(this.course, "?group=" + TestClasses.group(launch(this.course), 2) + "&sort=name");
			assertThat(page).contains("<optgroup label=\"Tutorials\">", "In no group", "Red team")
				.contains("1 to 10 of 10 learners", "&amp;group=" + TestClasses.group(launch(this.course), 2),
						">Clear<");
			assertThat(page(this.course, "?group=none")).contains("1 to 10 of 10 learners");
			assertThat(page(this.course, "?group=unknown")).contains("of 29 learners").doesNotContain("group=unknown");
			assertThat(page(this.course, "?group=none&show=completed&words=maelle")).contains("1 to 1 of 1 learners");
		}

		@Test
		void areInTheFileAndOnThePageOfALearner() {
			TestClasses.divide(ClassPagesMvcTests.this.jdbc, launch(this.course), 30);
			assertThat(file("?group=" + TestClasses.group(launch(this.course), 2)).split("\r\n")).hasSize(11)
				.anySatisfy((line) -> assertThat(line).endsWith(",\"Groups\""))
				.anySatisfy((line) -> assertThat(line).endsWith(",\"Red team; Monday\""));
			assertThat(text(ask(get(learner("teacher", this.course, 2))))).contains("Red team; Monday");
		}

		private String file(String query) {
			return text(ask(get(URI.create(path("teacher", this.course) + "/export.csv" + query))));
		}

	}

	@Nested
	class TheFile {

		@Test
		void holdsWhatIsShownAndIsNoFormula() throws UnsupportedEncodingException {
			String course = course(7);
			ClassPagesMvcTests.this.jdbc.update("update lti_user set name = ' =HYPERLINK(\"x\")' where id = ?",
					TestClasses.user(launch(course), 5));
			MvcTestResult answer = ask(get(path("teacher", course) + "/export.csv?show=completed"));
			MockHttpServletResponse response = answer.getResponse();
			assertThat(response.getHeader("Content-Disposition"))
				.isEqualTo("attachment; filename=\"class-2026-11-24.csv\"");
			assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
			String[] lines = response.getContentAsString(StandardCharsets.UTF_8).split("\r\n");
			assertThat(lines).hasSize(3);
			assertThat(lines[0]).startsWith("\uFEFF\"Name\",\"Id in the learning platform\",\"Status\"");
			assertThat(response.getContentAsString(StandardCharsets.UTF_8))
				.contains("\"' =HYPERLINK(\"\"x\"\")\",\"learner-5@" + course
						+ "\",\"Completed\",\"100\",\"2\",\"10\",\"2026-11-01 09:35\"");
		}

		@ParameterizedTest
		@ValueSource(strings = { "=1", "+1", "-1", "@x", "\t=1", " =1", "\r\n=1", "\uFF1D1" })
		void tamesWhateverBeginsLikeAFormula(String text) {
			assertThat(ClassFile.cell(text)).startsWith("\"'");
		}

		@Test
		void leavesOtherWordsAsTheyAre() {
			assertThat(ClassFile.cell("Mac\"Donald, N-A")).isEqualTo("\"Mac\"\"Donald, N-A\"");
			assertThat(ClassFile.cell("")).isEqualTo("\"\"");
		}

	}

	@Nested
	class TheQuestions {

		@Test
		void areShownWithTheShareOfRightFirstAnswers() {
			String page = text(ask(get(path("teacher", course(28)) + "/questions")));
			// Four of 16 first tries passed; all chose rightly at the first question.
			assertThat(page)
				.contains("Who may refer a person?", "100% (16 of 16)", "25% (4 of 16)", "What may the council",
						"12 partly right", "aria-current=\"page\"")
				.doesNotContain("??");
		}

		@Test
		void ofAModuleWithoutAGradedCheckAreNone() {
			String course = course(1);
			assertThat(text(ask(get("/launches/teacher--" + course + "--ungraded/class/questions"))))
				.contains("This module has no graded check");
		}

	}

	@Nested
	class ALearner {

		@Test
		void isShownWithTriesAnswersAndGrade() {
			String course = course(14);
			String page = text(ask(get(learner("teacher", course, 6))));
			assertThat(page)
				.contains("Gethin Griffiths", "Final check", "try 2", "87.5%, passed", "try 1", "25%, not passed",
						"A first responder organisation", "Not delivered:", "the gradebook column is locked",
						"Allow one more try", "Let this learner begin again")
				.doesNotContain("??");
			assertThat(text(ask(get(learner("teacher", course, 5))))).contains("In the gradebook, last confirmed on");
		}

		@Test
		void isShownWhatWasCorrectedUpwardsAndWhy() {
			String course = course(14);
			assertThat(text(ask(get(learner("teacher", course, 6))))).contains(
					"On 1 November 2026 this result was corrected upwards from 12.5% to 25%, "
							+ "because a question was marked wrongly:",
					"<span lang=\"en-GB\" dir=\"ltr\">The guidance changed in May 2026, and the question still asked for what it "
							+ "said before.</span>");
			assertThat(text(ask(get(learner("teacher", course, 5))))).doesNotContain("corrected upwards");
		}

		@Test
		void whoHasNotBegunIsThereToo() {
			assertThat(text(ask(get(learner("teacher", course(14), 7))))).contains("has not opened the module yet")
				.doesNotContain("Allow one more try");
		}

		@Test
		void isWhereASubmissionReviewArrives() {
			String course = course(14);
			assertThat(ask(get(path("reviewer-learner-6", course) + "/submission"))).hasStatus(303)
				.hasRedirectedUrl(learner("reviewer-learner-6", course, 6));
			assertThat(ask(get(path("reviewer-nobody", course) + "/submission")))
				.hasRedirectedUrl(path("reviewer-nobody", course) + "?done=unknown");
			assertThat(page(course, "?done=unknown")).contains("is not in the list of members");
		}

		@Test
		void beginsAgainOnceWithAReasonAndTheOldAttemptIsKept() {
			String course = course(14);
			String attempt = TestClasses.attempt(launch(course), 6);
			Map<String, String> form = Map.of("attempt", attempt, "reason", " ill during the check ");
			assertThat(send(learner("teacher", course, 6) + "/reset", form))
				.hasRedirectedUrl(learner("teacher", course, 6) + "?done=reset");
			assertThat(send(learner("teacher", course, 6) + "/reset", form))
				.hasRedirectedUrl(learner("teacher", course, 6) + "?done=nothing");
			String page = text(ask(get(learner("teacher", course, 6) + "?done=reset")));
			assertThat(page).contains("has not opened the module yet", "This learner begins again.");
			assertThat(count("select count(*) from attempt where id = ? and reset_id <> ''", attempt)).isOne();
			assertThat(count("select count(*) from assessment_try where attempt_id = ?", attempt)).isEqualTo(2);
			assertThat(changes(attempt)).containsExactly("attempt.reset");
			assertThat(ClassPagesMvcTests.this.audit.changes)
				.anySatisfy((change) -> assertThat(change.after()).containsEntry("reason", "ill during the check"));
			assertThat(text(ask(get("/launches/learner-6--" + course + "--immediate/learn")))).contains(">Start<");
			assertThat(send("/launches/learner-6--" + course + "--immediate/learn", Map.of())).hasStatus(303);
			assertThat(text(ask(get(learner("teacher", course, 6))))).contains("Begun again", "ill during the check",
					"The best result until then was 87.5%.");
		}

		@Test
		void doesNotBeginAgainWithoutAReason() {
			String course = course(14);
			String attempt = TestClasses.attempt(launch(course), 6);
			MvcTestResult answer = send(learner("teacher", course, 6) + "/reset",
					Map.of("attempt", attempt, "reason", "  "));
			assertThat(answer).hasStatus(422);
			assertThat(text(answer)).contains("Write why this learner begins again");
			assertThat(send(learner("teacher", course, 6) + "/reset",
					Map.of("attempt", attempt, "reason", "x".repeat(501))))
				.hasStatus(422);
			assertThat(changes(attempt)).isEmpty();
		}

		@Test
		void getsOneMoreTryHoweverOftenTheButtonIsPressed() {
			String course = course(14);
			String attempt = TestClasses.attempt(launch(course), 6);
			String learner = "/launches/learner-6--" + course + "--immediate/learn/checks/final";
			assertThat(text(ask(get(learner)))).contains("can be taken twice, and you have done so");
			assertThat(send(learner("teacher", course, 6) + "/tries", Map.of("granted", "0")))
				.hasRedirectedUrl(learner("teacher", course, 6) + "?done=allowed");
			assertThat(send(learner("teacher", course, 6) + "/tries", Map.of("granted", "0")))
				.hasRedirectedUrl(learner("teacher", course, 6) + "?done=nothing");
			assertThat(count("select count(*) from extra_try where attempt_id = ?", attempt)).isOne();
			assertThat(changes(attempt)).containsExactly("attempt.try-allowed");
			assertThat(send(learner, Map.of())).hasRedirectedUrl(learner + "/tries/3/questions/1");
		}

		@Test
		void isShownWithTheTimeAndWhoeverTookLongestComesFirst() {
			String course = course(14);
			assertThat(text(ask(get(learner("teacher", course, 6))))).contains("Time active", "about 11 min",
					"a pause counts as ten minutes at most");
			String page = page(course, "?sort=time&order=down");
			assertThat(page.indexOf("about 18 min")).isPositive().isLessThan(page.indexOf("about 17 min"));
			assertThat(page).contains("<th scope=\"col\" role=\"columnheader\" aria-sort=\"descending\"");
		}

		@Test
		void readsWhyBeforeBeginningAgain() {
			String course = course(14);
			String entrance = "/launches/learner-6--" + course + "--immediate/learn";
			assertThat(text(ask(get(entrance)))).doesNotContain("You begin this module again");
			send(learner("teacher", course, 6) + "/reset",
					Map.of("attempt", TestClasses.attempt(launch(course), 6), "reason", "The connection broke <b>"));
			assertThat(text(ask(get(entrance)))).contains("You begin this module again",
					"Your teacher decided so on 24 November 2026:", "The connection broke &lt;b&gt;",
					"What you did before is kept");
			assertThat(text(ask(get("/launches/learner-5--" + course + "--immediate/learn"))))
				.doesNotContain("You begin this module again");
			assertThat(text(ask(get(learner("teacher", course, 6))))).as("before the learner begins")
				.contains("Begun again", "The connection broke", "The best result until then was 87.5%.");
			assertThat(send(entrance, Map.of())).hasStatus(303);
			assertThat(text(ask(get(entrance)))).doesNotContain("You begin this module again");
		}

		@Test
		void hasTheGradeSentAgain() {
			String course = course(14);
			assertThat(send(learner("teacher", course, 6) + "/grade", Map.of()))
				.hasRedirectedUrl(learner("teacher", course, 6) + "?done=grade");
			assertThat(ClassPagesMvcTests.this.again.sent).extracting((user) -> user.value())
				.contains(TestClasses.user(launch(course), 6));
			assertThat(send(path("teacher", course) + "/grades", Map.of()))
				.hasRedirectedUrl(path("teacher", course) + "?done=sent");
		}

	}

	@Nested
	class MoreTime {

		private final String course = timed(14);

		@Test
		void isAgreedOnListedAndTakenBack() {
			assertThat(send(at(6) + "/time", form("25", " 5 ", " Reads with a screen reader ", 0)))
				.hasRedirectedUrl(at(6) + "?done=time");
			assertThat(send(at(6) + "/time", form("25", "5", "Reads with a screen reader", 0))).as("pressed twice")
				.hasRedirectedUrl(at(6) + "?done=nothing");
			String page = text(ask(get(at(6) + "?done=time")));
			assertThat(page)
				.contains("The extra time is agreed.", "Extra time for checks: 25% and 5 min",
						"Reads with a screen reader", "24 November 2026, 09:00", "Take the extra time back")
				.doesNotContain("??");
			assertThat(send(at(6) + "/time/withdrawal", Map.of("reason", "Agreed by mistake", "agreed", "1")))
				.hasRedirectedUrl(at(6) + "?done=timeBack");
			assertThat(text(ask(get(at(6))))).contains("Extra time taken back", "Agreed by mistake")
				.doesNotContain("Take the extra time back");
			assertThat(changes(TestClasses.user(timedLaunch(), 6))).containsExactly("attempt.time-allowed",
					"attempt.time-withdrawn");
			assertThat(ClassPagesMvcTests.this.audit.changes).anySatisfy((change) -> assertThat(change.after())
				.isEqualTo(Map.of("percent", "25", "minutes", "5", "reason", "Reads with a screen reader")));
		}

		@Test
		void reachesACheckThatIsOpen() {
			String check = "/launches/learner-1--" + this.course + "--timed/learn/checks/final";
			assertThat(send(check, Map.of())).hasStatus(303);
			assertThat(text(ask(get(check + "/tries/1/questions/1")))).contains("09:30, UK time: 30 minutes left");
			assertThat(send(at(1) + "/time", form("", "15", "A noisy room", 0))).hasStatus(303);
			assertThat(text(ask(get(check + "/tries/1/questions/1")))).contains("09:45, UK time: 45 minutes left")
				.doesNotContain("A noisy room");
		}

		@Test
		void isAgreedOnBeforeTheLearnerBegins() {
			assertThat(text(ask(get(at(7))))).contains("has not opened the module yet", "Give this learner more time")
				.doesNotContain("Let this learner begin again");
			assertThat(send(at(7) + "/time", form("50", "", "Agreed with the learner", 0)))
				.hasRedirectedUrl(at(7) + "?done=time");
			assertThat(send("/launches/learner-7--" + this.course + "--timed/learn", Map.of())).hasStatus(303);
			assertThat(text(ask(get("/launches/learner-7--" + this.course + "--timed/learn/checks/final"))))
				.contains("You have 45 minutes from the moment you begin");
		}

		@ParameterizedTest
		@CsvSource({ "-1, 0, why, Write the percentage as a whole number from 0 to 900, time-percent",
				"901, 0, why, Write the percentage as a whole number from 0 to 900, time-percent",
				"a lot, 0, why, Write the percentage as a whole number from 0 to 900, time-percent",
				"'12,5', 0, why, Write the percentage as a whole number from 0 to 900, time-percent",
				"0, 601, why, Write the minutes as a whole number from 0 to 600, time-minutes",
				"0, 1.5, why, Write the minutes as a whole number from 0 to 600, time-minutes",
				"'', '', why, Write how much more time this learner gets, time-percent",
				"25, 5, '  ', Write why this is decided, time-reason" })
		void isNotAgreedOnWhenSomethingIsMissingOrWrong(String percent, String minutes, String reason, String error,
				String field) {
			MvcTestResult answer = send(at(6) + "/time", form(percent, minutes, reason, 0));
			assertThat(answer).hasStatus(422);
			assertThat(text(answer)).contains(error, "href=\"#" + field + "\"", "value=\"" + percent + "\"",
					"value=\"" + minutes + "\"", "<details open=\"open\"");
			assertThat(changes(TestClasses.user(timedLaunch(), 6))).isEmpty();
		}

		@Test
		void isNotOfferedWhereNoCheckHasALimit() {
			assertThat(text(ask(get(learner("teacher", ClassPagesMvcTests.this.course(14), 6)))))
				.doesNotContain("Give this learner more time");
		}

		@Test
		void isNotGivenByAssistantsAndNotToAnotherCourse() {
			String assistant = "/launches/assistant--" + this.course + "--timed/class/learners/"
					+ TestClasses.user(timedLaunch(), 6);
			assertThat(send(assistant + "/time", form("25", "", "why", 0))).hasStatus(403);
			String elsewhere = "/launches/teacher--" + timed(1) + "--timed/class/learners/"
					+ TestClasses.user(timedLaunch(), 6);
			assertThat(send(elsewhere + "/time", form("25", "", "why", 0))).hasStatus(404);
			assertThat(send(elsewhere + "/time/withdrawal", Map.of("reason", "why", "agreed", "0"))).hasStatus(404);
		}

		private Map<String, String> form(String percent, String minutes, String reason, int agreed) {
			return Map.of("percent", percent, "minutes", minutes, "reason", reason, "agreed", String.valueOf(agreed));
		}

		private String at(int number) {
			return "/launches/teacher--" + this.course + "--timed/class/learners/"
					+ TestClasses.user(timedLaunch(), number);
		}

		private CurrentLaunch timedLaunch() {
			return ClassesPreview.launch("teacher--" + this.course + "--timed");
		}

		private String timed(int learners) {
			String name = "t" + COURSES.incrementAndGet();
			TestClasses.fill(ClassPagesMvcTests.this.jdbc, ClassesPreview.launch("teacher--" + name + "--timed"),
					learners);
			return name;
		}

	}

	@Nested
	class WhoMayNot {

		@ParameterizedTest
		@ValueSource(strings = { "learner-1", "viewer" })
		void isRefusedEverything_NRP_056(String who) {
			String course = course(14);
			for (String rest : new String[] { "", "/questions", "/export.csv", "/submission",
					"/learners/" + TestClasses.user(launch(course), 1),
					"/learners/" + TestClasses.user(launch(course), 6) }) {
				MvcTestResult answer = ask(get(path(who, course) + rest));
				assertThat(answer).as(rest).hasStatus(403);
				assertThat(text(answer)).as(rest).contains("LTI-ROLE").doesNotContain("Adeyemi", "Griffiths");
			}
			String attempt = TestClasses.attempt(launch(course), 6);
			for (String act : new String[] { "/tries", "/reset", "/grade" }) {
				assertThat(send(learner(who, course, 6) + act,
						Map.of("granted", "0", "attempt", attempt, "reason", "mine")))
					.as(act)
					.hasStatus(403);
			}
			assertThat(send(path(who, course) + "/grades", Map.of())).hasStatus(403);
			assertThat(send(path(who, course) + "/list", Map.of())).hasStatus(403);
			assertThat(changes(attempt)).isEmpty();
		}

		@Test
		void assistsSeesEveryoneAndChangesNothing() {
			String course = course(14);
			assertThat(page("assistant", course, "")).contains("Gethin Griffiths");
			assertThat(text(ask(get(learner("assistant", course, 6))))).contains("87.5%")
				.doesNotContain("What you can do", "Begin again");
			assertThat(send(learner("assistant", course, 6) + "/tries", Map.of("granted", "0"))).hasStatus(403);
			assertThat(send(path("assistant", course) + "/grades", Map.of())).hasStatus(403);
		}

		@Test
		void teachesAnotherCourseSeesNobodyOfThisOne_NRP_055() {
			String course = course(14);
			String other = course(1);
			assertThat(page(other, "")).doesNotContain("Griffiths");
			String elsewhere = path("teacher", other) + "/learners/" + TestClasses.user(launch(course), 6);
			assertThat(ask(get(elsewhere))).hasStatus(404);
			String attempt = TestClasses.attempt(launch(course), 6);
			for (String act : new String[] { "/tries", "/reset", "/grade" }) {
				assertThat(send(elsewhere + act, Map.of("granted", "0", "attempt", attempt, "reason", "theirs")))
					.as(act)
					.hasStatus(404);
			}
			assertThat(count("select count(*) from attempt where id = ? and reset_id = ''", attempt)).isOne();
		}

		@Test
		void cannotResetAnotherLearnersAttemptByItsId() {
			String course = course(14);
			String attempt = TestClasses.attempt(launch(course), 5);
			assertThat(send(learner("teacher", course, 6) + "/reset", Map.of("attempt", attempt, "reason", "mistake")))
				.hasRedirectedUrl(learner("teacher", course, 6) + "?done=nothing");
			assertThat(changes(attempt)).isEmpty();
		}

		@Test
		void comesFromAForeignPageChangesNothing() {
			String course = course(14);
			assertThat(ask(post(learner("teacher", course, 6) + "/tries").param("granted", "0"))).hasStatus(403);
		}

		@Test
		void opensNoModuleFindsNoClass() {
			assertThat(ask(get("/launches/teacher--" + course(1) + "--none/class"))).hasStatus(404);
			assertThat(ask(get("/launches/teacher--" + course(1) + "--unknown/class"))).hasStatus(404);
		}

	}

	private List<String> changes(String attempt) {
		return this.audit.changes.stream()
			.filter((change) -> change.subject().id().equals(attempt))
			.map(AuditedChange::action)
			.toList();
	}

	private int count(String sql, String id) {
		Integer count = this.jdbc.queryForObject(sql, Integer.class, id);
		return (count == null) ? 0 : count;
	}

	private String course(int learners) {
		String course = "c" + COURSES.incrementAndGet();
		TestClasses.fill(this.jdbc, launch(course), learners);
		return course;
	}

	private static CurrentLaunch launch(String course) {
		return ClassesPreview.launch("teacher--" + course + "--immediate");
	}

	private static String path(String who, String course) {
		return "/launches/" + who + "--" + course + "--immediate/class";
	}

	private static String learner(String who, String course, int number) {
		return path(who, course) + "/learners/" + TestClasses.user(launch(course), number);
	}

	private String page(String course, String rest) {
		return page("teacher", course, rest);
	}

	private String page(String who, String course, String rest) {
		MvcTestResult answer = ask(get(URI.create(path(who, course) + rest.replace("Ë", "%C3%8B"))));
		assertThat(answer).hasStatusOk();
		return text(answer);
	}

	private MvcTestResult send(String path, Map<String, String> fields) {
		MockHttpServletRequestBuilder form = post(path).with(csrf());
		fields.forEach(form::param);
		return ask(form);
	}

	private MvcTestResult ask(MockHttpServletRequestBuilder request) {
		return this.mvc.perform(request);
	}

	private static String text(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
