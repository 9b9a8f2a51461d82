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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import com.humantraffickingexperts.lti.classes.ClassesPreview;
import com.humantraffickingexperts.lti.classes.TestClasses;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of a class, at the sizes and in the colours in which people meet them. */
@Tag("browser")
@SpringBootTest(classes = ClassesPreview.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:classpages;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
class ClassPagesTests {

	private static final String SMALL = "teacher--c30--" + ClassesPreview.LIMITED;

	private static final String TIMED = "teacher--t30--" + ClassesPreview.TIMED;

	private static final String LARGE = "teacher--c5000--" + ClassesPreview.LIMITED;

	private static TestBrowser browser;

	private static boolean filled;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void open(@Autowired JdbcTemplate jdbc) {
		browser = new TestBrowser();
		if (!filled) {
			TestClasses.fill(jdbc, ClassesPreview.launch(SMALL), 30);
			TestClasses.fill(jdbc, ClassesPreview.launch(LARGE), 5000);
			TestClasses.fill(jdbc, ClassesPreview.launch(TIMED), 30);
			TestClasses.divide(jdbc, ClassesPreview.launch(TIMED), 30);
			TestClasses.decide(jdbc, ClassesPreview.launch(TIMED), 6);
			TestClasses.decide(jdbc, ClassesPreview.launch(TIMED), 7);
			filled = true;
		}
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
			List<String> tooWide = new ArrayList<>();
			String name = "class-" + surroundings.name().toLowerCase(Locale.ROOT) + "-";
			for (String[] step : new String[][] { { "1-of-30", SMALL, "" }, { "2-of-5000", LARGE, "" },
					{ "3-filtered", LARGE, "?words=okafor&show=completed&sort=result&order=down" },
					{ "4-nobody", SMALL, "?words=nobody" }, { "5-questions", SMALL, "/questions" },
					{ "6-learner", SMALL,
							"/learners/" + TestClasses.user(ClassesPreview.launch(SMALL), 6) + "?done=allowed" },
					{ "7-not-begun", SMALL, "/learners/" + TestClasses.user(ClassesPreview.launch(SMALL), 7) },
					{ "8-groups", TIMED,
							"?group=" + TestClasses.group(ClassesPreview.launch(TIMED), 1) + "&sort=time" },
					{ "9-decisions", TIMED,
							"/learners/" + TestClasses.user(ClassesPreview.launch(TIMED), 6) + "?done=time" } }) {
				page.navigate(address(step[1], step[2]));
				TestBrowser.picture(page, name + step[0]);
				if (surroundings.examined()) {
					TestBrowser.isAccessible(page);
				}
				Object overflow = page
					.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
				if (!overflow.equals(0)) {
					tooWide.add(step[0] + " by " + overflow);
				}
			}
			assertThat(tooWide).as("pages that scroll sideways").isEmpty();
		}
	}

	@Test
	void aClassIsSearchedAndALearnerBeginsAgainWithoutScripts() {
		Browser.NewContextOptions options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
		try (BrowserContext person = browser.person(options)) {
			Page page = person.newPage();
			page.navigate(address(SMALL, ""));
			page.getByLabel("Name").fill("siân");
			page.locator("select[name=show]").selectOption("not-passed");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show").setExact(true)).click();
			assertThat(page.locator("tbody tr").count()).isEqualTo(1);
			page.locator("tbody a").click();
			page.getByText("Let this learner begin again").click();
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin again").setExact(true)).click();
			assertThat(page.locator(".errors").innerText()).contains("Write why this learner begins again");
			page.getByLabel("Why").fill("The connection broke in the middle of the check.");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin again").setExact(true)).click();
			assertThat(page.locator("main").innerText()).contains("This learner begins again.",
					"has not opened the module yet");
		}
	}

	@Test
	void whoBeginsAgainReadsWhy() {
		for (Surroundings surroundings : List.of(Surroundings.DESK, Surroundings.PHONE)) {
			try (BrowserContext person = browser.person(surroundings.options())) {
				Page page = person.newPage();
				page.navigate(address("learner-7--t30--" + ClassesPreview.TIMED, "").replace("/class", "/learn"));
				TestBrowser.picture(page, "class-" + surroundings.name().toLowerCase(Locale.ROOT) + "-11-again");
				assertThat(page.locator("main").innerText()).contains("You begin this module again",
						"The connection broke");
				TestBrowser.isAccessible(page);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aGroupIsShownAndOneOfItGetsMoreTime(boolean scripts) {
		Browser.NewContextOptions options = new Browser.NewContextOptions().setJavaScriptEnabled(scripts)
			.setViewportSize(390, 844);
		try (BrowserContext person = browser.person(options)) {
			Page page = person.newPage();
			page.navigate(address(TIMED, ""));
			page.locator("select[name=group]").selectOption("Red team");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show").setExact(true)).click();
			assertThat(page.locator("tbody tr").count()).isEqualTo(10);
			page.locator("tbody a").first().click();
			page.getByText("Give this learner more time").click();
			Page.GetByRoleOptions give = new Page.GetByRoleOptions().setName("Give more time").setExact(true);
			page.getByRole(AriaRole.BUTTON, give).click();
			assertThat(page.locator(".errors").innerText()).contains("Write how much more time this learner gets");
			if (scripts) {
				TestBrowser.isAccessible(page);
				TestBrowser.picture(page, "class-phone-10-time-problem");
			}
			page.getByLabel("Percent of the time limit").fill("25");
			page.getByLabel("Reason for the extra time").fill("Agreed with the learner.");
			page.getByRole(AriaRole.BUTTON, give).click();
			assertThat(page.locator("main").innerText()).contains("The extra time is agreed.",
					"Extra time for checks: 25%", "Agreed with the learner.");
			page.getByText("Give this learner more time").click();
			page.getByLabel("Reason for the extra time").fill("Not needed any more.");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take the extra time back")).click();
			assertThat(page.locator("main").innerText()).contains("The extra time is taken back.",
					"Extra time taken back");
		}
	}

	private String address(String key, String rest) {
		return "http://localhost:" + this.port + "/launches/" + key + "/class" + rest;
	}

}
