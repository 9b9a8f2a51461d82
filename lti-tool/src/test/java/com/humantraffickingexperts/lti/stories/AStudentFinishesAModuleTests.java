package com.humantraffickingexperts.lti.stories;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.util.HtmlUtils;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.sandbox.course.Courses;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The whole story: a student opens the module from the course, reads it, fails its check
 * once, passes it, and the grade stands in the teacher's gradebook.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AStudentFinishesAModuleTests {

	private static final String STUDENT = "Amara Okafor";

	private ToolAndPlatform world;

	private TestBrowser browser;

	@BeforeAll
	void start() {
		this.world = ToolAndPlatform.on(TestDatabase.Product.H2);
		this.browser = new TestBrowser();
	}

	@AfterAll
	void stop() {
		this.browser.close();
		this.world.close();
	}

	@Test
	void andTheTeacherSeesTheGrade() {
		try (BrowserContext student = this.browser.person();
				BrowserContext teacher = this.browser
					.person(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))) {
			AtThePlatform platform = new AtThePlatform(student, this.world.platform().issuer());
			platform.signInAs(STUDENT);
			Walk walk = new Walk(platform, platform.openModule());
			walk.look("01-before-you-start");
			walk.press("Start");
			readEveryPage(walk);
			takeTheCheck(walk, false);
			walk.seesHeading("Not passed yet");
			walk.look("05-not-passed-yet");
			walk.press("Try again");
			answerEveryQuestion(walk, true);
			walk.seesHeading("You passed");
			walk.look("06-passed");

			theGradeArrives();
			walk.reload();
			assertThat(walk.frame.getByText("Your grade has arrived")).isVisible();
			walk.follow("Finish");
			walk.seesHeading("You have completed this module");
			walk.look("07-completed");

			AtThePlatform gradebook = new AtThePlatform(teacher, this.world.platform().issuer());
			gradebook.signInAs("Grace Mensah").openGradebook();
			assertThat(gradebook.page().locator("tr[data-student=student1] .points")).hasText("100");
			TestBrowser.isAccessible(gradebook.page());
			TestBrowser.picture(gradebook.page(), "story/08-gradebook");
		}
	}

	private static void readEveryPage(Walk walk) {
		walk.look("02-first-page");
		while (walk.has("Next page")) {
			walk.follow("Next page");
		}
		walk.follow("Go to the check");
	}

	private void takeTheCheck(Walk walk, boolean rightly) {
		walk.look("03-the-check");
		walk.press("Begin the check");
		walk.look("04-a-question");
		answerEveryQuestion(walk, rightly);
	}

	private void answerEveryQuestion(Walk walk, boolean rightly) {
		boolean last = false;
		while (!last) {
			last = walk.hasButton("Save and look at my answers");
			Question question = questionShown(walk);
			for (String option : choice(question, rightly)) {
				walk.frame.locator("input[name=choice][value='" + option + "']").check();
			}
			walk.press(last ? "Save and look at my answers" : "Save and go on");
		}
		walk.press("Hand in my answers");
	}

	private static Set<String> choice(Question question, boolean rightly) {
		return question.options()
			.stream()
			.filter((option) -> option.correct() == rightly)
			.map(Option::id)
			.limit(rightly ? Long.MAX_VALUE : 1)
			.collect(Collectors.toSet());
	}

	private Question questionShown(Walk walk) {
		String shown = letters(walk.frame.locator("main").innerText());
		List<Question> fitting = this.world.bean(Catalog.class)
			.find("national-referral-mechanism")
			.orElseThrow()
			.questions()
			.values()
			.stream()
			.filter((question) -> shown.contains(letters(text(question.stem()))))
			.toList();
		org.assertj.core.api.Assertions.assertThat(fitting).as("the question shown").hasSize(1);
		return fitting.getFirst();
	}

	private static String text(String html) {
		return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*>", " "));
	}

	private static String letters(String text) {
		return text.replaceAll("[^\\p{L}\\p{N}]", "");
	}

	private void theGradeArrives() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.world.platform()
				.gradebook()
				.grade(this.world.platform().gradebook().lineItem(Courses.FIRST, 1).orElseThrow(),
						this.world.platform().people().byUsername("student1").orElseThrow())
				.isPresent());
	}

	/** A person's way through the pages in the frame. */
	private record Walk(AtThePlatform platform, FrameLocator frame) {

		void press(String button) {
			goOnBy(frame().getByRole(AriaRole.BUTTON,
					new FrameLocator.GetByRoleOptions().setName(button).setExact(true)));
		}

		void follow(String link) {
			goOnBy(frame().getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(link).setExact(true)));
		}

		/** Clicks, and waits for the next page in the frame. */
		private void goOnBy(Locator clicked) {
			Frame tool = platform().page().frame("tool");
			platform().page()
				.waitForResponse((response) -> response.request().isNavigationRequest() && response.frame().equals(tool)
						&& response.status() == 200, clicked::click);
			tool.waitForLoadState();
		}

		boolean has(String link) {
			return frame().getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(link).setExact(true))
				.count() > 0;
		}

		boolean hasButton(String button) {
			return frame()
				.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(button).setExact(true))
				.count() > 0;
		}

		void seesHeading(String heading) {
			assertThat(frame().getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setLevel(1)))
				.hasText(heading);
		}

		void reload() {
			platform().page().frame("tool").evaluate("location.reload()");
		}

		void look(String name) {
			TestBrowser.isAccessible(platform().page());
			TestBrowser.picture(platform().page(), "story/" + name);
		}

	}

}
