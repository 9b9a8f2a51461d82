package com.humantraffickingexperts.lti.stories;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.humantraffickingexperts.lti.database.TestDatabase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Whatever the platform asks for, a person reads the language that the person chose. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class APersonChoosesALanguageTests {

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

	private static void choose(FrameLocator frame, String code) {
		frame.locator(".languages summary").click();
		frame.locator(".languages button[value=" + code + "]").click();
	}

	@Test
	void andALearnerReadsItAtTheNextVisitToo() {
		try (BrowserContext student = this.browser.person(); BrowserContext elsewhere = this.browser.person()) {
			AtThePlatform platform = new AtThePlatform(student, this.world.platform().issuer());
			platform.signInAs("Amara Okafor");
			FrameLocator frame = platform.openModule();
			assertThat(frame.locator("html")).hasAttribute("lang", "en-GB");
			choose(frame, "cy");
			assertThat(frame.locator("html")).hasAttribute("lang", "cy");
			assertThat(frame.locator("form.start button")).hasText("Dechrau");

			AtThePlatform later = new AtThePlatform(elsewhere, this.world.platform().issuer());
			later.signInAs("Amara Okafor");
			FrameLocator nextVisit = later.openModule();
			assertThat(nextVisit.locator("html")).hasAttribute("lang", "cy");
			choose(nextVisit, "ar");
			assertThat(nextVisit.locator("html")).hasAttribute("dir", "rtl");
		}
	}

	@Test
	void andATeacherComesBackToTheListOfModules() {
		try (BrowserContext teacher = this.browser.person()) {
			AtThePlatform platform = new AtThePlatform(teacher, this.world.platform().issuer());
			platform.signInAs("Grace Mensah");
			FrameLocator frame = platform.openPicker();
			choose(frame, "ar");
			assertThat(frame.locator("main.picker h1")).hasText("اختيار الوحدات");
			assertThat(frame.locator("h3 label").first()).hasAttribute("dir", "ltr");
			TestBrowser.isAccessible(platform.page());
			TestBrowser.picture(platform.page(), "language-picker-arabic");
		}
	}

}
