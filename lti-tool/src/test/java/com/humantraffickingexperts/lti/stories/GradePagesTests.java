package com.humantraffickingexperts.lti.stories;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.humantraffickingexperts.lti.console.OnTheConsole;
import com.humantraffickingexperts.lti.grades.TestGrades;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

import static org.assertj.core.api.Assertions.assertThat;

/** The operator's pages about grades, as people meet them. */
@Tag("browser")
@OnTheConsole
class GradePagesTests {

	private static final AtomicBoolean FILLED = new AtomicBoolean();

	private static TestBrowser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private RegistrationStore registrations;

	@Autowired
	private JdbcClient jdbc;

	@BeforeAll
	static void open() {
		browser = new TestBrowser();
	}

	@AfterAll
	static void close() {
		browser.close();
	}

	@ParameterizedTest
	@EnumSource
	void anOperatorFindsOutWhatBecameOfAGrade(Met met) {
		RegistrationId id = this.registrations.all(null).getFirst().id();
		if (FILLED.compareAndSet(false, true)) {
			TestGrades.fill(this.jdbc, id, 64);
		}
		try (BrowserContext person = browser.person(met.options())) {
			Page page = person.newPage();
			open(page, "/admin/sign-in/test/operator");
			open(page, "/admin/registrations/" + id);
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Look at the grades")).click();
			look(page, met, "1-grades");
			assertThat(page.locator("tbody tr").count()).isEqualTo(50);
			page.getByText("Cannot be delivered (").click();
			look(page, met, "2-refused");
			page.locator("tbody tr a").first().click();
			look(page, met, "3-grade");
			assertThat(page.locator("tbody tr").count()).isEqualTo(6);
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send again")).click();
			assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("The grade is sent again");
			look(page, met, "4-resent");
			open(page, "/admin/registrations/" + id + "/grades?show=DRIFTED");
			look(page, met, "5-drifted");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read it now")).click();
			assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("is being read");
		}
	}

	private void open(Page page, String path) {
		page.navigate("http://localhost:" + this.port + path);
	}

	private static void look(Page page, Met met, String step) {
		TestBrowser.picture(page, "grades-" + met.name().toLowerCase(Locale.ROOT) + "-" + step);
		TestBrowser.isAccessible(page);
		assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.as(step)
			.isEqualTo(0);
	}

	/** How a page is met. */
	enum Met {

		DESK, DARK, PHONE;

		Browser.NewContextOptions options() {
			Browser.NewContextOptions options = new Browser.NewContextOptions();
			return switch (this) {
				case DESK -> options.setViewportSize(1280, 900);
				case DARK -> options.setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK);
				case PHONE -> options.setViewportSize(390, 844);
			};
		}

	}

}
