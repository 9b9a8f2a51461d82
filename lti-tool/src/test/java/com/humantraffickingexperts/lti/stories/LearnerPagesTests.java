package com.humantraffickingexperts.lti.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.humantraffickingexperts.lti.learning.LearningPreview;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The learner's pages by themselves, at the sizes and in the colours in which people meet
 * them.
 */
@Tag("browser")
@SpringBootTest(classes = LearningPreview.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:pages;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
class LearnerPagesTests {

	private static TestBrowser browser;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void open() {
		browser = new TestBrowser();
	}

	@AfterAll
	static void close() {
		browser.close();
	}

	@ParameterizedTest
	@MethodSource("com.humantraffickingexperts.lti.stories.Surroundings#met")
	void everyPageIsAccessibleAndFits(Surroundings surroundings) {
		try (BrowserContext person = browser.person(surroundings.options())) {
			Page page = person.newPage();
			Walk walk = new Walk(page, surroundings.name().toLowerCase(Locale.ROOT));
			walk.examined = surroundings.examined();
			walk.open("learner-" + surroundings + "--national-referral-mechanism");
			walk.look("1-entrance");
			walk.press("Start");
			walk.look("2-page");
			walk.follow("Next page");
			page.locator(".sources summary").click();
			walk.look("3-page-consent");
			page.locator(".helplines summary").click();
			walk.look("3-page-helplines");
			walk.follow("Pause");
			walk.look("4-pause");
			walk.follow("Go on where I was");
			walk.follow("Next page");
			walk.follow("Go to the check");
			walk.look("5-check");
			walk.press("Begin the check");
			walk.press("Save and go on");
			walk.look("6-question-problem");
			page.locator(".choice").first().click();
			walk.press("Save and go on");
			walk.look("7-question-story");
			page.locator(".choice").nth(1).click();
			walk.press("Save and go on");
			walk.follow("Answer this later");
			page.locator(".choice").nth(1).click();
			walk.press("Save and look at my answers");
			walk.look("8-review");
			walk.press("Hand in my answers");
			walk.look("9-result-failed");
			walk.follow("Finish");
			walk.look("10-end");
			walk.open("learner-" + surroundings + "--national-referral-mechanism");
			walk.look("11-entrance-again");
			walk.open("teacher-" + surroundings + "--immediate");
			walk.look("12-entrance-preview");
			walk.press("Start");
			walk.open("teacher-" + surroundings + "--immediate", "/checks/final");
			walk.press("Begin the check");
			page.locator(".choice").first().click();
			walk.press("Check answer");
			walk.look("13-feedback");
			walk.open("teacher-" + surroundings);
			walk.look("14-no-module");
			walk.open("learner-" + surroundings + "--nothing");
			walk.look("15-error");
			assertThat(walk.tooWide).as("pages that scroll sideways").isEmpty();
		}
	}

	@Test
	void aCheckIsPassedByKeyboardAloneAndWithoutScripts() {
		Browser.NewContextOptions options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
		try (BrowserContext person = browser.person(options)) {
			Page page = person.newPage();
			Walk walk = new Walk(page, "keyboard");
			walk.open("keyboard--national-referral-mechanism");
			walk.pressByKey("Start");
			walk.followByKey("Next page");
			walk.followByKey("Next page");
			walk.followByKey("Go to the check");
			walk.pressByKey("Begin the check");
			for (String answer : List.of("A first responder organisation", "His name")) {
				page.getByLabel(answer).focus();
				page.keyboard().press("Space");
				walk.pressByKey("Save and go on");
			}
			page.getByLabel("Explain what happens").focus();
			page.keyboard().press("Space");
			page.getByLabel("Refer without").focus();
			page.keyboard().press("Space");
			walk.pressByKey("Save and go on");
			page.getByLabel("True").focus();
			page.keyboard().press("Space");
			walk.pressByKey("Save and look at my answers");
			walk.pressByKey("Hand in my answers");
			assertThat(page.locator("h1").innerText()).isEqualTo("You passed");
			TestBrowser.picture(page, "learner-keyboard-result-passed");
			walk.followByKey("Finish");
			assertThat(page.locator("h1").innerText()).isEqualTo("You have completed this module");
		}
	}

	@Test
	void focusMovesToTheProblemAndToTheFeedback() {
		try (BrowserContext person = browser.person()) {
			Page page = person.newPage();
			Walk walk = new Walk(page, "focus");
			walk.open("focus--immediate");
			walk.press("Start");
			walk.open("focus--immediate", "/checks/final");
			walk.press("Begin the check");
			walk.press("Check answer");
			assertThat(page.locator(":focus").innerText()).contains("Choose one answer");
			page.locator(":focus a").click();
			assertThat(page.locator(":focus").getAttribute("type")).isEqualTo("radio");
			page.locator(".choice").first().click();
			walk.press("Check answer");
			assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("feedback");
		}
	}

	@Test
	void helplinesCloseByEscapeAndLeavingLeadsAway() {
		try (BrowserContext person = browser.person()) {
			Page page = person.newPage();
			page.route("https://www.bbc.co.uk/**", (route) -> route.fulfill());
			Walk walk = new Walk(page, "leave");
			walk.open("leaving--immediate");
			page.locator(".helplines summary").click();
			assertThat(page.getByText("08000 121 700").isVisible()).isTrue();
			page.keyboard().press("Escape");
			assertThat(page.getByText("08000 121 700").isVisible()).isFalse();
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Leave quickly")).click();
			page.waitForURL("https://www.bbc.co.uk/weather");
			page.goBack();
			assertThat(page.url()).doesNotContain("/learn");
		}
	}

	@ParameterizedTest
	@MethodSource("com.humantraffickingexperts.lti.stories.Surroundings#met")
	void questionsOfEachTypeAreAccessibleAndFit(Surroundings surroundings) {
		try (BrowserContext person = browser.person(surroundings.options())) {
			Page page = person.newPage();
			Walk walk = new Walk(page, "types-" + surroundings.name().toLowerCase(Locale.ROOT));
			walk.examined = surroundings.examined();
			String key = "types-" + surroundings + "--types";
			walk.open(key);
			walk.press("Start");
			walk.open(key, "/scenarios/car-wash");
			walk.look("1-scenario");
			page.getByLabel("Ask him here").check();
			walk.press("Do this");
			assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("story");
			walk.look("2-unsafe");
			walk.press("Go through it again");
			page.getByLabel("Find a safe moment").check();
			walk.press("Do this");
			page.reload();
			walk.look("3-second-step");
			page.getByLabel("Explain, and ask").check();
			walk.press("Do this");
			walk.look("4-good");
			walk.follow("Go on");
			walk.press("Save for me");
			walk.look("5-reflection-problem");
			page.getByLabel("What you think").fill("I would call our safeguarding lead.");
			walk.press("Save for me");
			walk.look("6-reflection-saved");
			walk.follow("Go to the check");
			walk.press("Begin the check");
			walk.look("7-matching");
			walk.press("Save and go on");
			walk.look("8-matching-problem");
			page.getByLabel("Reasonable grounds").selectOption("start");
			page.getByLabel("Conclusive grounds").selectOption("charge");
			walk.press("Save and go on");
			for (int step = 4; step >= 1; step--) {
				String line = "Step " + step;
				int place = page.locator(".line-text").allTextContents().indexOf(line);
				for (int up = 0; up < place; up++) {
					Hands.line(page, line).locator(".up").click();
				}
			}
			walk.look("9-ordering");
			walk.press("Save and go on");
			page.getByLabel("Your answer").fill("30");
			walk.look("10-number");
			walk.press("Save and go on");
			page.getByLabel("Your answer").fill("section 52");
			walk.look("11-words");
			walk.press("Save and go on");
			page.getByLabel("Find a safe moment").check();
			walk.press("Do this");
			page.getByLabel("Explain, and ask").check();
			walk.press("Do this");
			walk.look("12-scenario-in-check");
			walk.follow("Look at my answers");
			walk.look("13-review");
			walk.press("Hand in my answers");
			walk.look("14-result");
			assertThat(page.locator("h1").innerText()).isEqualTo("You passed");
			assertThat(walk.tooWide).as("pages that scroll sideways").isEmpty();
		}
	}

	private final class Walk {

		private final Page page;

		private final String name;

		private final List<String> tooWide = new ArrayList<>();

		private boolean examined = true;

		Walk(Page page, String name) {
			this.page = page;
			this.name = name;
		}

		void open(String key) {
			open(key, "");
		}

		void open(String key, String rest) {
			this.page
				.navigate("http://localhost:" + LearnerPagesTests.this.port + "/launches/" + key + "/learn" + rest);
		}

		void press(String button) {
			TestBrowser.untilThePageTurns(this.page, this.page.getByRole(AriaRole.BUTTON,
					new Page.GetByRoleOptions().setName(button).setExact(true))::click);
		}

		void follow(String link) {
			TestBrowser.untilThePageTurns(this.page,
					this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
						.first()::click);
		}

		void pressByKey(String button) {
			this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).focus();
			this.page.waitForNavigation(() -> this.page.keyboard().press("Enter"));
		}

		void followByKey(String link) {
			this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
				.first()
				.focus();
			this.page.waitForNavigation(() -> this.page.keyboard().press("Enter"));
		}

		void look(String step) {
			TestBrowser.picture(this.page, "learner-" + this.name + "-" + step);
			if (this.examined) {
				TestBrowser.isAccessible(this.page);
			}
			Object overflow = this.page
				.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
			if (!overflow.equals(0)) {
				this.tooWide.add(step);
			}
		}

	}

}
