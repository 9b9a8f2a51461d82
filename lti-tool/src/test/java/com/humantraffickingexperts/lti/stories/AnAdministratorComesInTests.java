package com.humantraffickingexperts.lti.stories;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.humantraffickingexperts.lti.admin.accounts.SetUp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the link in the log to an operator, who invites others; and how everybody comes in
 * again afterwards.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnAdministratorComesInTests {

	private static final String OLGA = "olga@htmse.example";

	private static final String PASSWORD = "tangerine lighthouse gravel";

	private Console console;

	private TestBrowser browser;

	/** The set-up itself is the beginning of each of these stories. */
	@BeforeAll
	void theFirstOperatorComesInByTheLinkInTheLog() {
		this.console = new Console(Map.of());
		this.browser = new TestBrowser();
		URI link = this.console.bean(SetUp.class).link().orElseThrow().address();
		try (BrowserContext person = this.browser.person()) {
			AtTheConsole console = new AtTheConsole(person, this.console);
			console.open("/admin").heading("Sign in").sees("There is no administrator yet").look("01-not-set-up");
			console.open(link.getPath()).heading("Set up the tool").look("02-set-up");
			console.fill("Name", "Olga Operator").fill("E-mail address", OLGA);
			console.fill("New password", "password1234").press("Become the first operator with this password");
			console.sees("easy to guess").look("03-set-up-problem");
			console.fill("New password", PASSWORD).press("Become the first operator with this password");
			console.heading("Home").sees("No platform is registered yet").look("04-home-empty");
			assertThat(console.open(link.getPath()).page().content()).contains("ADMIN-LINK-SPENT");
			assertThat(this.console.bean(SetUp.class).link()).isEmpty();
		}
	}

	@AfterAll
	void stop() {
		this.browser.close();
		this.console.close();
	}

	private AtTheConsole visit(BrowserContext person) {
		return new AtTheConsole(person, this.console);
	}

	@Test
	void byPasskeyAfterAddingOne() {
		try (BrowserContext person = this.browser.person()) {
			AtTheConsole console = visit(person).withDevice();
			console.signIn(OLGA, PASSWORD).heading("Home").open("/admin/account").look("05-account");
			console.follow("Add a passkey")
				.fill("Name", "Work laptop")
				.look("06-add-passkey")
				.press("Make the passkey");
			console.sees("You can sign in with the passkey “Work laptop”").look("07-account-with-passkey");
			console.press("Sign out").heading("Sign in").look("08-sign-in");
			console.press("Sign in with a passkey").heading("Home");
			console.open("/admin/account").follow("Remove the passkey Work laptop").look("09-remove-passkey");
			console.press("Remove the passkey “Work laptop”").sees("does not lead in any more");
			console.press("Sign out").press("Sign in with a passkey");
			assertThat(console.problem().innerText()).contains("This passkey does not lead in here");
		}
	}

	@Test
	void formsInTwoTabsAreBothGood() {
		try (BrowserContext person = this.browser.person()) {
			AtTheConsole first = visit(person).signIn(OLGA, PASSWORD).heading("Home").open("/admin/administrators/new");
			AtTheConsole second = visit(person).open("/admin/administrators/new");
			second.press("Make the invitation").sees("Enter a name");
			first.press("Make the invitation").sees("Enter a name");
		}
	}

	@Test
	void anInvitationLeadsInOnceAndByPasskeyAlone() {
		String link;
		try (BrowserContext operator = this.browser.person()) {
			AtTheConsole console = visit(operator).signIn(OLGA, PASSWORD).open("/admin/administrators");
			console.follow("Invite somebody").look("10-invite");
			console.press("Make the invitation").sees("Enter a name").look("11-invite-problem");
			console.fill("Name", "Ines Institution").fill("E-mail address", "ines@college.example");
			console.page().getByLabel("Institution administrator").check();
			console.page().getByLabel("Institution", new Page.GetByLabelOptions().setExact(true)).selectOption("new");
			console.fill("Name of the new institution", "Example College").press("Make the invitation");
			console.heading("Pass the link on to Ines Institution").look("12-invited");
			link = console.page().locator("#link").inputValue();
			console.follow("Back to the administrators").sees("Invited").look("13-administrators");
		}
		try (BrowserContext person = this.browser.person()) {
			AtTheConsole console = visit(person).withDevice();
			console.open(URI.create(link).getPath()).heading("You are invited").look("14-invitation");
			console.press("Join with a passkey").heading("Home").look("15-home-of-an-institution");
			assertThat(console.page().locator(".console-nav").innerText()).doesNotContain("Administrators");
			assertThat(status(console, "/admin/administrators")).isEqualTo(404);
			assertThat(status(console, "/admin/nothing")).isEqualTo(404);
			console.open("/admin/audit").sees("joined").look("16-audit-of-an-institution");
			assertThat(console.page().content()).doesNotContain("Olga Operator set the tool up");
			console.press("Sign out").press("Sign in with a passkey").heading("Home");
			assertThat(status(console, URI.create(link).getPath())).isEqualTo(410);
		}
	}

	@Test
	void afterTooManyWrongPasswordsTheRightOneHasToWait() {
		invite("tess@htmse.example", "Tess Throttled");
		try (BrowserContext person = this.browser.person()) {
			AtTheConsole console = visit(person);
			for (int i = 0; i < 5; i++) {
				console.signIn("tess@htmse.example", "not the password " + i);
				assertThat(console.problem().innerText()).contains("do not fit");
			}
			console.look("17-sign-in-wrong");
			console.signIn("tess@htmse.example", PASSWORD);
			assertThat(console.problem().innerText()).contains("Too many attempts");
			console.look("18-sign-in-too-often");
			this.console.clock().advance(Duration.ofSeconds(61));
			console.signIn("tess@htmse.example", PASSWORD).heading("Home");
		}
	}

	@Test
	void whatCannotBeUndoneNeedsProofAndDisablingEndsEverySession() {
		invite("dora@htmse.example", "Dora Disabled");
		try (BrowserContext other = this.browser.person(); BrowserContext operator = this.browser.person()) {
			AtTheConsole dora = visit(other).signIn("dora@htmse.example", PASSWORD).heading("Home");
			AtTheConsole console = visit(operator).signIn(OLGA, PASSWORD);
			console.open("/admin/administrators").follow("Dora Disabled").look("19-administrator");
			this.console.clock().advance(Duration.ofMinutes(6));
			console.follow("Disable").heading("Is it you?").look("20-proof");
			console.fill("Password", "wrong").press("Continue with the password").sees("This is not your password");
			console.fill("Password", PASSWORD).press("Continue with the password");
			console.heading("Disable the account of Dora Disabled?").look("21-confirm");
			this.console.clock().advance(Duration.ofMinutes(6));
			console.press("Disable Dora Disabled").heading("Is it you?");
			console.fill("Password", PASSWORD).press("Continue with the password");
			console.heading("Disable the account of Dora Disabled?").press("Disable Dora Disabled");
			console.sees("can no longer sign in").look("22-disabled");
			dora.open("/admin").heading("Sign in");
			dora.signIn("dora@htmse.example", PASSWORD);
			assertThat(dora.problem().innerText()).contains("do not fit");
			console.follow("Enable").press("Enable Dora Disabled").sees("can sign in again");
			console.open("/admin/audit").sees("disabled the account").look("23-audit");
			console.page().getByLabel("Name, id or reference").fill("dora");
			console.press("Show").sees("Show everything").look("24-audit-filtered");
			console.page().getByLabel("Name, id or reference").fill("nobody of this name");
			console.press("Show").sees("Nothing fits").look("25-audit-nothing");
		}
	}

	@Test
	void aNewPasswordSignsOutEverywhereElse() {
		invite("pia@htmse.example", "Pia Password");
		try (BrowserContext here = this.browser.person(); BrowserContext there = this.browser.person()) {
			AtTheConsole elsewhere = visit(there).signIn("pia@htmse.example", PASSWORD).heading("Home");
			AtTheConsole console = visit(here).signIn("pia@htmse.example", PASSWORD).open("/admin/account");
			console.sees("This browser").sees("Sign out there").look("26-two-sessions");
			console.follow("Change the password").look("27-password");
			console.fill("New password", "walnut bicycle umbrella").press("Save the password");
			console.sees("Everywhere else you are signed out");
			elsewhere.open("/admin").heading("Sign in");
			elsewhere.signIn("pia@htmse.example", "walnut bicycle umbrella").heading("Home");
			console.open("/admin/account").press("Sign out there").sees("You are signed out there");
			elsewhere.open("/admin").heading("Sign in");
		}
	}

	@Test
	void twelveHoursAfterSigningInTheSessionEnds() {
		invite("ada@htmse.example", "Ada Absolute");
		try (BrowserContext person = this.browser.person()) {
			AtTheConsole console = visit(person).signIn("ada@htmse.example", PASSWORD).heading("Home");
			this.console.clock().advance(Duration.ofHours(11));
			console.open("/admin/account").heading("Your account");
			this.console.clock().advance(Duration.ofHours(2));
			console.open("/admin/account").heading("Sign in");
			console.fill("E-mail address", "ada@htmse.example").fill("Password", PASSWORD);
			console.press("Sign in with the password").heading("Your account");
		}
	}

	@Test
	void byKeyboardAndWithoutScripts() {
		try (BrowserContext person = this.browser
			.person(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844))) {
			AtTheConsole console = visit(person).open("/admin/account").heading("Sign in");
			console.page().getByLabel("E-mail address").focus();
			console.page().keyboard().type(OLGA);
			console.page().keyboard().press("Tab");
			console.page().keyboard().type(PASSWORD);
			console.page().keyboard().press("Enter");
			console.heading("Your account");
			TestBrowser.picture(console.page(), "admin-28-without-scripts");
		}
	}

	/** Somebody comes in by an invitation of the operator, with a password. */
	private void invite(String email, String name) {
		try (BrowserContext operator = this.browser.person(); BrowserContext person = this.browser.person()) {
			AtTheConsole console = visit(operator).signIn(OLGA, PASSWORD).open("/admin/administrators/new");
			console.fill("Name", name).fill("E-mail address", email).press("Make the invitation");
			String link = console.page().locator("#link").inputValue();
			visit(person).open(URI.create(link).getPath())
				.fill("New password", PASSWORD)
				.press("Join with this password")
				.heading("Home");
		}
	}

	private static int status(AtTheConsole console, String path) {
		Response response = console.page().navigate(URI.create(console.page().url()).resolve(path).toString());
		return response.status();
	}

}
