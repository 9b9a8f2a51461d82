package com.humantraffickingexperts.lti.stories;

import java.time.Duration;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.humantraffickingexperts.lti.catalog.Catalog;
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
			AtTheModule walk = new AtTheModule(platform, platform.openModule(),
					this.world.bean(Catalog.class).find("national-referral-mechanism").orElseThrow());
			look(platform, "01-before-you-start");
			walk.press("Start");
			look(platform, "02-first-page");
			walk.readEveryPage();
			look(platform, "03-the-check");
			walk.press("Begin the check");
			look(platform, "04-a-question");
			walk.answerEveryQuestion(false);
			walk.seesHeading("Not passed yet");
			look(platform, "05-not-passed-yet");
			walk.press("Try again");
			walk.answerEveryQuestion(true);
			walk.seesHeading("You passed");
			look(platform, "06-passed");

			theGradeArrives();
			walk.reload();
			assertThat(walk.frame().getByText("Your grade has arrived")).isVisible();
			walk.follow("Finish");
			walk.seesHeading("You have completed this module");
			look(platform, "07-completed");

			AtThePlatform gradebook = new AtThePlatform(teacher, this.world.platform().issuer());
			gradebook.signInAs("Grace Mensah").openGradebook();
			assertThat(gradebook.page().locator("tr[data-student=student1] .points")).hasText("100");
			TestBrowser.isAccessible(gradebook.page());
			TestBrowser.picture(gradebook.page(), "story/08-gradebook");
		}
	}

	private static void look(AtThePlatform platform, String name) {
		TestBrowser.isAccessible(platform.page());
		TestBrowser.picture(platform.page(), "story/" + name);
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

}
