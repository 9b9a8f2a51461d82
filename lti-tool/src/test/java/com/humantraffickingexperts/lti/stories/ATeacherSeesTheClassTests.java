package com.humantraffickingexperts.lti.stories;

import java.time.Duration;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.options.AriaRole;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.humantraffickingexperts.lti.database.TestDatabase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A teacher opens a module, and sees everybody in the course before anybody has begun.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ATeacherSeesTheClassTests {

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
	void asThePlatformListsIt() {
		try (BrowserContext teachers = this.browser.person()) {
			AtThePlatform teacher = new AtThePlatform(teachers, this.world.platform().issuer())
				.signInAs("Grace Mensah");
			FrameLocator module = teacher.openModule();
			module.getByText("See how your class is doing").waitFor();
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> this.world.bean(JdbcClient.class)
					.sql("select count(*) from roster where fetched_at is not null")
					.query(Integer.class)
					.single() == 1);
			module.getByText("See how your class is doing").click();
			assertThat(module.getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setLevel(1)))
				.hasText("Your class");
			module.getByLabel("Name").fill("okafor");
			module.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Show").setExact(true))
				.click();
			assertThat(module.locator("tbody tr").first()).containsText(Pattern.compile("Okafor[\\s\\S]*Not begun"));
			TestBrowser.isAccessible(teacher.page());
			TestBrowser.picture(teacher.page(), "story/30-class");
		}
	}

}
