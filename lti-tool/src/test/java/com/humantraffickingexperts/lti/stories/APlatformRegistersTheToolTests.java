package com.humantraffickingexperts.lti.stories;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.dynamicregistration.Invitations;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationSource;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.registration.Registration;
import com.humantraffickingexperts.sandbox.registration.Registrations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator registers the tool from within the learning platform, whichever it is,
 * and a student opens a module.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class APlatformRegistersTheToolTests {

	private static final String TOOL = "HTMSE modules";

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

	@AfterEach
	void asBefore() {
		this.world.platform().manners(Manners.GENERIC);
		registered().forEach((made) -> this.world.bean(RegistrationStore.class).delete(made.id()));
		newAtThePlatform().forEach((made) -> this.world.platform().registrations().remove(made.clientId()));
	}

	private List<ManagedRegistration> registered() {
		return this.world.bean(RegistrationStore.class)
			.all(null)
			.stream()
			.filter((managed) -> managed.source() == RegistrationSource.DYNAMIC)
			.toList();
	}

	private List<Registration> newAtThePlatform() {
		return this.world.platform()
			.registrations()
			.all()
			.stream()
			.filter((registration) -> !registration.clientId().equals(Registrations.PRECONFIGURED))
			.toList();
	}

	private URI invitation() {
		return this.world.bean(Invitations.class)
			.make(this.world.bean(Institutions.class).add("Sandbox College").id(), PlatformFamily.MOODLE)
			.link();
	}

	/** The administrator pastes a link and sees the tool's page in the platform's. */
	private Page begin(BrowserContext context, URI link) {
		Page page = atTheForm(context, link);
		button(page, "Register a tool").click();
		return page;
	}

	private Page atTheForm(BrowserContext context, URI link) {
		Page page = new AtThePlatform(context, this.world.platform().issuer()).signInAs("Robin Hart").page();
		page.navigate(this.world.platform().issuer() + "/admin");
		page.getByLabel("Registration address of a tool").fill(link.toString());
		return page;
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

	private static FrameLocator frame(Page page) {
		return page.frameLocator("#tool");
	}

	private static Locator heading(FrameLocator frame, String words) {
		return frame.getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName(words).setLevel(1));
	}

	private static void press(FrameLocator frame, String name) {
		frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name)).click();
	}

	private static void isBackAtAdministration(Page page) {
		page.waitForURL(Pattern.compile(".*/admin$"));
	}

	@ParameterizedTest
	@EnumSource
	void byInvitation(Manners manners) {
		this.world.platform().manners(manners);
		try (BrowserContext administrator = this.browser.person(); BrowserContext student = this.browser.person()) {
			Page page = (manners == Manners.BRIGHTSPACE) ? registeredInATab(administrator)
					: registeredInAFrame(administrator);
			assertThat(newAtThePlatform()).hasSize(1);
			ManagedRegistration made = registered().getFirst();
			assertThat(made.state()).isEqualTo(RegistrationState.ENABLED);
			assertThat(page.getByText(made.registration().clientId())).isVisible();
			if (Set.of(Manners.MOODLE, Manners.CANVAS, Manners.BRIGHTSPACE).contains(manners)) {
				button(page, "Switch on " + TOOL).click();
			}
			assertThat(newAtThePlatform().getFirst().active()).isTrue();
			opens(student, made, manners);
		}
	}

	private Page registeredInAFrame(BrowserContext administrator) {
		Page page = begin(administrator, invitation());
		press(frame(page), "Register " + TOOL);
		isBackAtAdministration(page);
		return page;
	}

	/** The tab closes by itself. */
	private Page registeredInATab(BrowserContext administrator) {
		Page page = atTheForm(administrator, invitation());
		Page tab = page.waitForPopup(() -> button(page, "Register a tool").click());
		assertThat(tab.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Register " + TOOL)))
			.isVisible();
		page.waitForNavigation(() -> tab.waitForClose(() -> button(tab, "Register " + TOOL).click()));
		return page;
	}

	/** Blackboard says nothing of a deployment: its first launch waits. */
	private void opens(BrowserContext student, ManagedRegistration made, Manners manners) {
		PlacedLink link = placed(made.registration().clientId());
		AtThePlatform visit = new AtThePlatform(student, this.world.platform().issuer()).signInAs(STUDENT);
		String address = this.world.platform().issuer() + "/courses/" + link.courseId() + "/links/" + link.number();
		visit.page().navigate(address);
		if (manners == Manners.BLACKBOARD) {
			assertThat(frame(visit.page()).getByText("LTI-DEPLOYMENT-UNKNOWN")).isVisible();
			Deployments deployments = this.world.bean(Deployments.class);
			assertThat(deployments.of(made.id())).hasSize(1);
			deployments.approve(made.id(), deployments.of(made.id()).getFirst().deploymentId(), null);
			visit.page().navigate(address);
		}
		assertThat(heading(frame(visit.page()), AtThePlatform.MODULE)).isVisible();
		assertThat(frame(visit.page()).getByText(STUDENT).first()).isVisible();
	}

	private PlacedLink placed(String clientId) {
		return this.world.platform()
			.courses()
			.place((number) -> new PlacedLink(number, Courses.FIRST.id(), clientId, AtThePlatform.MODULE, "",
					this.world.toolAddress() + "/modules/national-referral-mechanism", Map.of(), false, null, null,
					null));
	}

	private Page console(BrowserContext operator) {
		SignedInAdministrator.in(this.world, operator, "Oona Operator", null);
		return operator.newPage();
	}

	/** From the console's own page, and back to it. */
	@Test
	void byALinkFromTheConsole() {
		this.world.platform().manners(Manners.MOODLE);
		try (BrowserContext operator = this.browser.person(); BrowserContext administrator = this.browser.person()) {
			Page page = console(operator);
			page.navigate(this.world.toolAddress() + "/admin/registrations/new");
			button(page, "Continue").click();
			assertThat(page.getByText("There is a problem")).isVisible();
			TestBrowser.isAccessible(page);

			page.getByLabel("Name of the new institution").fill("Riverside College");
			page.getByLabel("Moodle").check();
			button(page, "Continue").click();
			TestBrowser.isAccessible(page);
			TestBrowser.picture(page, "registration/ways");
			button(page, "Make the link").click();
			assertThat(page.getByText("Not used yet")).isVisible();
			TestBrowser.isAccessible(page);
			TestBrowser.picture(page, "registration/link");

			Page platform = begin(administrator, URI.create(page.locator("#invitation-link").inputValue()));
			assertThat(frame(platform).getByText("for Riverside College")).isVisible();
			press(frame(platform), "Register " + TOOL);
			isBackAtAdministration(platform);
			assertThat(registered().getFirst().registration().name()).isEqualTo("Riverside College Moodle");

			page.navigate(this.world.toolAddress() + "/admin/platform-invitations");
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Riverside College")).first().click();
			assertThat(page.getByText("Registered").first()).isVisible();
			assertThat(page.locator("#invitation-link")).not().isAttached();
			TestBrowser.isAccessible(page);
			TestBrowser.picture(page, "registration/used");
		}
	}

	@Test
	void unlessTheInvitationWasTakenBack() {
		try (BrowserContext operator = this.browser
			.person(new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK));
				BrowserContext administrator = this.browser.person()) {
			Page page = console(operator);
			URI link = invitation();
			page.navigate(this.world.toolAddress() + "/admin/platform-invitations");
			TestBrowser.isAccessible(page);
			TestBrowser.picture(page, "registration/invitations-small-dark");
			assertThat(page.locator("html").evaluate("html => html.scrollWidth <= html.clientWidth")).isEqualTo(true);
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sandbox College")).first().click();
			button(page, "Take the invitation back").click();
			assertThat(page.getByText("The invitation for Sandbox College was taken back.")).isVisible();
			Page platform = begin(administrator, link);
			assertThat(frame(platform).getByText("REGISTRATION-INVITATION-UNKNOWN")).isVisible();
		}
	}

	@Test
	void withoutNames() {
		try (BrowserContext administrator = this.browser.person()) {
			Page page = begin(administrator, invitation());
			assertThat(heading(frame(page), "Register " + TOOL)).isVisible();
			TestBrowser.isAccessible(page);
			TestBrowser.picture(page, "registration/consent");
			frame(page).getByLabel("Do not send names").check();
			press(frame(page), "Register " + TOOL);
			isBackAtAdministration(page);
			assertThat(newAtThePlatform().getFirst().claims()).containsExactly("iss", "sub");
			assertThat(newAtThePlatform().getFirst().scopes()).noneMatch((scope) -> scope.contains("membership"));
			assertThat(registered().getFirst().registration().terms().pseudonymous()).isTrue();
		}
	}

	@Test
	void withoutAnInvitation() {
		try (BrowserContext administrator = this.browser.person()) {
			Page page = begin(administrator, this.world.toolAddress().resolve("/lti/register"));
			assertThat(frame(page).getByText("An operator will look at this first")).isVisible();
			TestBrowser.picture(page, "registration/uninvited");
			press(frame(page), "Register " + TOOL);
			assertThat(heading(frame(page), "The tool is registered, and waits for approval")).isVisible();
			TestBrowser.isAccessible(page);
			TestBrowser.picture(page, "registration/pending");
			assertThat(registered().getFirst().state()).isEqualTo(RegistrationState.PENDING);
			press(frame(page), "Back to your learning platform");
			isBackAtAdministration(page);
		}
	}

	@Test
	void orDoesNot() {
		try (BrowserContext administrator = this.browser.person()) {
			Page page = begin(administrator, invitation());
			press(frame(page), "Do not register");
			isBackAtAdministration(page);
			assertThat(newAtThePlatform()).isEmpty();
			assertThat(registered()).isEmpty();
		}
	}

	@Test
	void andReadsWhatThePlatformHasToSay() {
		this.world.platform().manners(Manners.MOODLE);
		try (BrowserContext administrator = this.browser.person()) {
			Page page = begin(administrator, invitation());
			this.world.platform().clock().skew(Duration.ofHours(2));
			press(frame(page), "Register " + TOOL);
			assertThat(heading(frame(page), "Your platform did not accept the registration")).isVisible();
			assertThat(frame(page).getByText("Expired token")).isVisible();
			TestBrowser.isAccessible(page);
			TestBrowser.picture(page, "registration/refused");
			assertThat(registered()).isEmpty();
		}
		finally {
			this.world.platform().clock().skew(Duration.ZERO);
		}
	}

	@Test
	void withoutScripts() {
		try (BrowserContext administrator = this.browser
			.person(new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false))) {
			Page page = begin(administrator, invitation());
			press(frame(page), "Register " + TOOL);
			assertThat(heading(frame(page), "The tool is registered")).isVisible();
			assertThat(frame(page).getByText("You can close this window.")).isVisible();
			TestBrowser.picture(page, "registration/registered");
			assertThat(registered()).hasSize(1);
		}
	}

	@Test
	void onASmallScreenInTheDark() {
		this.world.platform().manners(Manners.CANVAS);
		try (BrowserContext administrator = this.browser
			.person(new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK))) {
			Page page = begin(administrator, invitation());
			assertThat(heading(frame(page), "Register " + TOOL)).isVisible();
			TestBrowser.isAccessible(page);
			TestBrowser.picture(page, "registration/consent-small-dark");
			assertThat(page.locator("html").evaluate("html => html.scrollWidth <= html.clientWidth")).isEqualTo(true);
		}
	}

}
