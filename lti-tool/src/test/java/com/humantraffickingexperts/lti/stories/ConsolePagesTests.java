package com.humantraffickingexperts.lti.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.humantraffickingexperts.lti.console.OnTheConsole;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

import static org.assertj.core.api.Assertions.assertThat;

/** The administrator's pages, as people meet them. */
@Tag("browser")
@OnTheConsole
class ConsolePagesTests {

	private static TestBrowser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private Deployments deployments;

	@Autowired
	private RegistrationStore registrations;

	@BeforeAll
	static void open() {
		browser = new TestBrowser();
	}

	@AfterAll
	static void close() {
		browser.close();
	}

	/** All of them for pictures; for tests those that differ from all the others. */
	static List<Surroundings> surroundings() {
		return Stream.of(Surroundings.values())
			.filter((each) -> TestBrowser.takesPictures() || each.examined())
			.toList();
	}

	@ParameterizedTest
	@MethodSource("surroundings")
	void aPlatformIsRegisteredAndLookedAfter(Surroundings surroundings) {
		try (BrowserContext person = browser.person(surroundings.options())) {
			Walk walk = new Walk(person.newPage(), surroundings.name().toLowerCase(Locale.ROOT),
					surroundings.examined());
			Page page = walk.page;
			walk.open("/admin/sign-in/test/operator");
			walk.open("/admin/institutions");
			walk.look("1-institutions");
			walk.open("/admin/registrations");
			walk.look("2-registrations");
			walk.follow("Register a platform");
			walk.look("3-choose");
			page.getByLabel("Name of the new institution").fill("Police Academy " + surroundings);
			page.getByLabel("Moodle").check();
			walk.press("Continue");
			walk.look("4-register");
			page.getByLabel("Address of the Moodle").fill("http://moodle.example.ac.uk");
			walk.press("Register");
			walk.look("5-register-problem");
			assertThat(page.locator(":focus").innerText()).contains("There is a problem");
			page.getByLabel("Address of the Moodle")
				.fill("https://moodle-" + surroundings.name().toLowerCase(Locale.ROOT) + ".example.ac.uk");
			page.getByLabel("Client ID").fill("aBcDeF123");
			walk.press("Register");
			RegistrationId id = new RegistrationId(page.url().substring(page.url().lastIndexOf('/') + 1));
			this.deployments.hold(id, "2");
			this.deployments.hold(id, "2");
			walk.open("/admin/registrations/" + id);
			walk.look("6-registration-waiting");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve deployment 2")).click();
			assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Deployment 2 is approved");
			Registration registration = this.registrations.find(id).orElseThrow().registration();
			assertThat(registration.acceptsDeployment("2")).isTrue();
			walk.follow("Change the terms");
			page.getByLabel("Most learners").fill("many");
			walk.press("Save");
			walk.look("7-terms-problem");
			page.getByLabel("Most learners").fill("200");
			walk.press("Save");
			walk.follow("Change whether names are stored");
			walk.look("8-privacy");
			page.getByLabel("No name: pseudonymous").check();
			walk.press("Save");
			page.getByText("All addresses").click();
			walk.look("9-registration");
			walk.follow("Change the connection");
			walk.look("10-connection");
			walk.open("/admin/registrations/" + id + "/delete");
			walk.look("11-delete");
			walk.open("/admin/keys");
			walk.look("12-keys");
			walk.open("/admin/registrations/new?family=BLACKBOARD");
			walk.look("13-blackboard");
			walk.open("/admin/registrations/new?family=GENERIC");
			walk.look("14-generic");
			walk.open("/admin/registrations/new?family=CANVAS");
			walk.look("15-canvas");
			walk.open("/admin/help/moodle#register-by-hand");
			walk.look("16-help");
			assertThat(walk.tooWide).as("pages that scroll sideways").isEmpty();
		}
	}

	@Test
	void aPlatformIsRegisteredByKeyboardAloneAndWithoutScripts() {
		try (BrowserContext person = browser.person(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
			Walk walk = new Walk(person.newPage(), "keyboard");
			Page page = walk.page;
			walk.open("/admin/sign-in/test/operator");
			walk.open("/admin/registrations/new?family=SAKAI");
			page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).focus();
			page.keyboard().type("Example Sakai");
			page.keyboard().press("Tab");
			page.keyboard().type("https://sakai.example.edu");
			page.keyboard().press("Tab");
			page.keyboard().type("a-uuid");
			page.keyboard().press("Tab");
			page.keyboard().type("47");
			page.waitForNavigation(() -> page.keyboard().press("Enter"));
			assertThat(page.locator("h1").innerText()).isEqualTo("Example Sakai");
			TestBrowser.picture(page, "console-keyboard-registration");
		}
	}

	@Test
	void aTextIsCopied() {
		Browser.NewContextOptions options = new Browser.NewContextOptions()
			.setPermissions(List.of("clipboard-read", "clipboard-write"));
		try (BrowserContext person = browser.person(options)) {
			Walk walk = new Walk(person.newPage(), "copy");
			walk.open("/admin/sign-in/test/operator");
			walk.open("/admin/registrations/new?family=MOODLE");
			walk.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy: Initiate login URL"))
				.click();
			assertThat(walk.page.evaluate("navigator.clipboard.readText()"))
				.isEqualTo("http://localhost:8080/lti/login");
		}
	}

	private final class Walk {

		private final Page page;

		private final String name;

		private final List<String> tooWide = new ArrayList<>();

		private final boolean examined;

		Walk(Page page, String name) {
			this(page, name, true);
		}

		Walk(Page page, String name, boolean examined) {
			this.page = page;
			this.name = name;
			this.examined = examined;
		}

		void open(String path) {
			this.page.navigate("http://localhost:" + ConsolePagesTests.this.port + path);
		}

		void press(String button) {
			this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
		}

		void follow(String link) {
			this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
				.first()
				.click();
		}

		void look(String step) {
			TestBrowser.picture(this.page, "console-" + this.name + "-" + step);
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

	/** How a page is met. */
	enum Surroundings {

		DESK, DARK, PHONE;

		/** Where markup or colours differ from all the others: the phone is dark too. */
		boolean examined() {
			return this != DARK;
		}

		Browser.NewContextOptions options() {
			Browser.NewContextOptions options = new Browser.NewContextOptions();
			return switch (this) {
				case DESK -> options.setViewportSize(1280, 900);
				case DARK -> options.setViewportSize(800, 600).setColorScheme(ColorScheme.DARK);
				case PHONE -> options.setViewportSize(390, 844).setColorScheme(ColorScheme.DARK);
			};
		}

	}

}
