package com.humantraffickingexperts.lti.learning;

import java.time.Duration;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.humantraffickingexperts.lti.stories.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attempts as people make them: on two devices in turn, against the clock, with little
 * data.
 */
@Tag("browser")
@SpringBootTest(classes = LearningPreview.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:conduct;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
class ConductOfAnAttemptTests {

	private static final String PHONE = "+phone";

	private static TestBrowser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private TestClock clock;

	@BeforeAll
	static void open() {
		browser = new TestBrowser();
	}

	@AfterAll
	static void close() {
		browser.close();
	}

	@Test
	void onTwoDevicesInTurn() {
		this.clock.advance(Duration.ofMinutes(1));
		try (BrowserContext desk = browser.person(desk()); BrowserContext phone = browser.person(phone())) {
			Page here = desk.newPage();
			open(here, "two", "");
			press(here, "Start");
			follow(here, "Next page");
			Page there = phone.newPage();
			open(there, "two" + PHONE, "");
			look(there, "entrance-last-phone");
			press(there, "Continue where you left off");
			follow(there, "Next page");
			follow(there, "Go to the check");
			press(there, "Begin the check");
			follow(there, "Answer this later");
			here.reload();
			look(here, "elsewhere-desk");
			press(here, "Stay here");
			assertThat(here.getByText("You went on elsewhere").count()).isZero();
			there.reload();
			follow(there, "Answer this later");
			here.reload();
			follow(here, "Continue at question 3");
			assertThat(here.locator(".where").innerText()).contains("Question 3 of 4");
			open(there, "two" + PHONE, "/pages/who-refers");
			look(there, "elsewhere-phone");
		}
	}

	@Test
	void againstTheClock() {
		try (BrowserContext desk = browser.person(desk())) {
			Page page = desk.newPage();
			open(page, "timed", "", "timed");
			press(page, "Start");
			open(page, "timed", "/checks/final", "timed");
			look(page, "timed-check");
			press(page, "Begin the check");
			page.locator("input[value=responder]").check();
			press(page, "Save and go on");
			this.clock.advance(Duration.ofMinutes(18));
			page.reload();
			assertThat(page.locator(".time-left").innerText()).contains("12 minutes left");
			look(page, "timed-question");
			follow(page, "Pause");
			look(page, "timed-pause");
			this.clock.advance(Duration.ofMinutes(12));
			open(page, "timed", "/checks/final/tries/1/questions/2", "timed");
			assertThat(page.locator("main").innerText()).contains("Your time was up at", "25%");
			look(page, "timed-result");
		}
	}

	@Test
	void withLittleDataAndWithCare() {
		try (BrowserContext phone = browser.person(phone())) {
			Page page = phone.newPage();
			open(page, "careful", "", "careful");
			look(page, "careful-entrance");
			press(page, "Start");
			turn(page, page.locator(".support-row").getByRole(AriaRole.BUTTON));
			look(page, "text-only");
			follow(page, "Show this picture (1 KB)");
			assertThat(page.locator("img").count()).isOne();
			follow(page, "Next page");
			follow(page, "Next page");
			look(page, "distress");
			follow(page, "Read the other page instead");
			assertThat(page.locator("main").innerText()).contains("in outline");
			look(page, "instead");
		}
	}

	private static Browser.NewContextOptions desk() {
		return new Browser.NewContextOptions().setViewportSize(800, 600);
	}

	private static Browser.NewContextOptions phone() {
		return new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK);
	}

	private void open(Page page, String person, String rest) {
		open(page, person, rest, "silent");
	}

	private void open(Page page, String person, String rest, String module) {
		page.navigate(
				"http://localhost:" + this.port + "/launches/learner-" + person + "--" + module + "/learn" + rest);
	}

	private static void press(Page page, String button) {
		turn(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
	}

	private static void follow(Page page, String link) {
		turn(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)));
	}

	private static void turn(Page page, Locator by) {
		TestBrowser.untilThePageTurns(page, () -> by.first().click());
	}

	private static void look(Page page, String name) {
		TestBrowser.picture(page, "conduct-" + name);
		TestBrowser.isAccessible(page);
		Object overflow = page
			.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
		assertThat(overflow).as("%s scrolls sideways", name).isEqualTo(0);
	}

}
