package com.humantraffickingexperts.lti.stories;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What an administrator does on the pages of the console. */
final class AtTheConsole {

	private final Page page;

	private final Console console;

	AtTheConsole(BrowserContext browser, Console console) {
		this.page = browser.newPage();
		this.console = console;
	}

	Page page() {
		return this.page;
	}

	AtTheConsole open(String path) {
		this.page.navigate(this.console.url(path));
		return this;
	}

	AtTheConsole fill(String label, String value) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
		return this;
	}

	AtTheConsole press(String button) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
		return this;
	}

	AtTheConsole follow(String link) {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
		return this;
	}

	AtTheConsole sees(String words) {
		assertThat(this.page.getByText(words).first()).isVisible();
		return this;
	}

	AtTheConsole heading(String words) {
		assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(words);
		return this;
	}

	AtTheConsole signIn(String email, String password) {
		return open("/admin/sign-in").fill("E-mail address", email)
			.fill("Password", password)
			.press("Sign in with the password");
	}

	/** The page as it is now: without barriers, and in a picture. */
	AtTheConsole look(String name) {
		TestBrowser.isAccessible(this.page);
		TestBrowser.picture(this.page, "admin-" + name);
		return this;
	}

	Locator problem() {
		return this.page.getByRole(AriaRole.ALERT).first();
	}

	/**
	 * A device that makes and keeps passkeys, and checks who uses it: Chrome DevTools'
	 * virtual authenticator.
	 */
	AtTheConsole withDevice() {
		CDPSession devtools = this.page.context().newCDPSession(this.page);
		devtools.send("WebAuthn.enable");
		JsonObject options = new JsonObject();
		options.addProperty("protocol", "ctap2");
		options.addProperty("transport", "internal");
		options.addProperty("hasResidentKey", true);
		options.addProperty("hasUserVerification", true);
		options.addProperty("isUserVerified", true);
		options.addProperty("automaticPresenceSimulation", true);
		JsonObject device = new JsonObject();
		device.add("options", options);
		devtools.send("WebAuthn.addVirtualAuthenticator", device);
		return this;
	}

}
