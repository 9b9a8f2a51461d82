package com.humantraffickingexperts.lti.stories;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationSource;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;
import com.humantraffickingexperts.sandbox.SandboxPlatform;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.faults.Fault;
import com.humantraffickingexperts.sandbox.faults.Service;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.registration.Registration;
import com.humantraffickingexperts.sandbox.registration.Registrations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * An administrator asks the doctor what is wrong, and looks up the reference that a
 * learner saw.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheDoctorTests {

	private static final String MODULE = "national-referral-mechanism";

	private static final List<String> CHECKS = List.of("key-set", "token", "clock", "scopes", "deep-linking", "names",
			"launch", "grade", "frame");

	private ToolAndPlatform world;

	private TestBrowser browser;

	private BrowserContext operator;

	private Institution college;

	@BeforeAll
	void start() {
		this.world = ToolAndPlatform.on(TestDatabase.Product.H2);
		this.browser = new TestBrowser();
		this.operator = this.browser.person();
		SignedInAdministrator.in(this.world, this.operator, "Olu Operator", null);
		this.college = this.world.bean(Institutions.class).add("Riverside College");
	}

	@AfterAll
	void stop() {
		this.operator.close();
		this.browser.close();
		this.world.close();
	}

	@AfterEach
	void allIsWellAgain() {
		this.world.platform().faults().clear();
		this.world.platform().clock().skew(Duration.ZERO);
		this.world.platform().manners(Manners.GENERIC);
	}

	/** Registers a client of its own at both sides, with the manners of a product. */
	private RegistrationId registered(String clientId, Manners manners, @Nullable List<String> scopes) {
		SandboxPlatform platform = this.world.platform();
		platform.manners(manners);
		Registration like = platform.registrations().get(Registrations.PRECONFIGURED);
		platform.registrations()
			.save(new Registration(clientId, "1", like.name(), like.loginUri(), like.redirectUris(),
					like.targetLinkUri(), like.deepLinkingUri(), like.jwksUri(),
					(scopes == null) ? like.scopes() : scopes, like.custom(), like.claims(), true));
		PlatformFamily family = PlatformFamily.ofCode(manners.family());
		return this.world.bean(RegistrationStore.class)
			.add(new RegistrationDraft(this.college.id(), "Riverside " + clientId, platform.issuer().toString(),
					clientId, platform.authorizationEndpoint(), platform.tokenEndpoint(),
					(manners == Manners.BRIGHTSPACE) ? "https://api.brightspace.com/auth/token" : null,
					platform.jwksUri(), Set.of(), Set.of(), UnknownDeployments.ALLOW, false,
					(family == PlatformFamily.GENERIC) ? null : family, RegistrationTerms.NONE, null, Set.of()),
					RegistrationState.ENABLED, RegistrationSource.BY_HAND);
	}

	private RegistrationId registered(String clientId, Manners manners) {
		return registered(clientId, manners, null);
	}

	/** A student opens a module in the course's frame, a teacher opens the picker. */
	private void used(String clientId, RegistrationId id) {
		PlacedLink link = this.world.platform()
			.courses()
			.place((number) -> PlacedLink.of(number, Courses.FIRST.id(), clientId, "Module for " + clientId,
					this.world.toolAddress() + "/lti/launch", Map.of("module", MODULE)));
		URI issuer = this.world.platform().issuer();
		try (BrowserContext student = this.browser.person(); BrowserContext teacher = this.browser.person()) {
			AtThePlatform atCourse = new AtThePlatform(student, issuer);
			atCourse.signInAs("Amara Okafor");
			atCourse.page().navigate(issuer + "/courses/" + Courses.FIRST.id() + "/links/" + link.number());
			assertThat(atCourse.frame().getByRole(AriaRole.HEADING).first()).isVisible();
			AtThePlatform atPicker = new AtThePlatform(teacher, issuer);
			atPicker.signInAs("Grace Mensah");
			atPicker.page().navigate(issuer + "/courses/" + Courses.FIRST.id() + "/choose?tool=" + clientId);
			assertThat(atPicker.page().getByRole(AriaRole.HEADING).first()).isVisible();
			atPicker.page().waitForURL((url) -> url.startsWith(this.world.toolAddress().toString()));
		}
		JdbcClient jdbc = this.world.bean(JdbcClient.class);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> jdbc.sql("select count(distinct message_type) from launch_record where registration_id = ?")
				.param(id.value())
				.query(Integer.class)
				.single() == 2);
	}

	/** What a delivered grade leaves behind; that grades arrive is another story. */
	private void aGradeWasAccepted(RegistrationId id) {
		JdbcClient jdbc = this.world.bean(JdbcClient.class);
		jdbc.sql("""
				insert into score (id, revision, attempt_id, user_id, subject, registration_id, deployment_id, family,
				  resource_link_id, platform_link_id, title, scopes, module, module_version, given, maximum,
				  completed_at, score_timestamp, owed_at, state, attempts, unsure, sent_at, created_at, updated_at)
				values (:id, 1, 'a', 'u', 's', :registration, '1', 'GENERIC', 'l', '1', 't', '', 'm', '1', 1, 1,
				  :now, :now, :now, 'SENT', 1, false, :now, :now, :now)
				""")
			.param("id", Ids.derived("score", id.value()))
			.param("registration", id.value())
			.param("now", Utc.of(this.world.bean(Clock.class).instant()))
			.update();
	}

	private Page doctor(BrowserContext person, RegistrationId id) {
		Page page = person.newPage();
		page.navigate(this.world.toolAddress() + "/admin/registrations/" + id + "/doctor");
		return page;
	}

	private Page examined(RegistrationId id) {
		Page page = doctor(this.operator, id);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Examine")).click();
		assertThat(page.getByText("The registration was examined.")).isVisible();
		return page;
	}

	private static Locator row(Page page, String check) {
		return page.locator("li.check:has(#doctor\\." + check + ")");
	}

	private static void isGreen(Page page, String check) {
		assertThat(row(page, check)).hasClass(java.util.regex.Pattern.compile(".*\\bgood\\b.*"));
	}

	private static void isRed(Page page, String check, String words) {
		assertThat(row(page, check)).hasClass(java.util.regex.Pattern.compile(".*\\bfailed\\b.*"));
		assertThat(row(page, check)).containsText(words);
		assertThat(row(page, check)).containsText("What to do:");
	}

	@Nested
	class ARegistrationThatIsUsed {

		@ParameterizedTest
		@EnumSource(Manners.class)
		void isGreenInEveryRow(Manners manners) {
			String client = "well-" + manners.name().toLowerCase(Locale.ROOT);
			RegistrationId id = registered(client, manners);
			used(client, id);
			aGradeWasAccepted(id);
			try (Page page = examined(id)) {
				for (String check : CHECKS) {
					isGreen(page, check);
				}
				assertThat(page.getByText("All is well")).isVisible();
				TestBrowser.isAccessible(page);
				TestBrowser.picture(page, "doctor-green-" + manners.name().toLowerCase(Locale.ROOT));
			}
		}

	}

	@Nested
	class ARegistrationThatIsNew {

		@Test
		void saysWhatIsStillToDo() {
			RegistrationId id = registered("new", Manners.MOODLE);
			try (Page page = doctor(TheDoctorTests.this.operator, id)) {
				assertThat(page.getByText("has not been examined yet")).isVisible();
				TestBrowser.isAccessible(page);
				TestBrowser.picture(page, "doctor-first");
			}
			try (Page page = examined(id)) {
				assertThat(row(page, "launch")).containsText("press Activate");
				TestBrowser.isAccessible(page);
				TestBrowser.picture(page, "doctor-new");
			}
		}

	}

	@Nested
	class AFault {

		@Test
		void ofTheKeySetIsRed() {
			RegistrationId id = registered("no-keys", Manners.MOODLE);
			TheDoctorTests.this.world.platform().faults().set(Service.JWKS, Fault.status(503));
			try (Page page = examined(id)) {
				isRed(page, "key-set", "status 503");
				isGreen(page, "token");
			}
		}

		@Test
		void ofTheTokensIsRedWithThePlatformsWords() {
			RegistrationId id = registered("no-tokens", Manners.CANVAS);
			TheDoctorTests.this.world.platform().registrations().switchOn("no-tokens", false);
			try (Page page = examined(id)) {
				isRed(page, "token", "invalid_client");
				assertThat(row(page, "token")).containsText("developer key");
				TestBrowser.picture(page, "doctor-red-token");
			}
		}

		@Test
		void ofTheClockIsRed() {
			RegistrationId id = registered("late", Manners.MOODLE);
			TheDoctorTests.this.world.platform().clock().skew(Duration.ofMinutes(10));
			try (Page page = examined(id)) {
				isRed(page, "clock", "ahead of the tool's");
			}
		}

		@Test
		void ofTheScopesIsRed() {
			RegistrationId id = registered("no-scores", Manners.MOODLE,
					List.of("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
							"https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly"));
			try (Page page = examined(id)) {
				isRed(page, "token", "gives no token for grades");
				isRed(page, "scopes", "does not let the tool send grades");
			}
		}

	}

	@Nested
	class TheInspector {

		@Test
		void findsTheReferenceThatALearnerSaw() {
			RegistrationId id = registered("refused", Manners.MOODLE);
			TheDoctorTests.this.world.platform().clock().skew(Duration.ofMinutes(10));
			String reference = refusedReference("refused");
			try (Page page = TheDoctorTests.this.operator.newPage()) {
				page.navigate(TheDoctorTests.this.world.toolAddress() + "/admin/launches");
				Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
					page.getByLabel("Reference").fill(reference.toLowerCase(Locale.ROOT));
					page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show").setExact(true)).click();
					return page.locator("tbody tr").count() == 1;
				});
				TestBrowser.isAccessible(page);
				TestBrowser.picture(page, "inspector-list");
				page.locator("tbody th a").click();
				assertThat(page.locator("li.failed")).containsText("The message is fresh");
				assertThat(page.getByText("LTI-TOKEN-TIME").first()).isVisible();
				assertThat(page.locator("main")).not().containsText("Okafor");
				TestBrowser.isAccessible(page);
				TestBrowser.picture(page, "inspector-launch");
			}
			try (BrowserContext dark = TheDoctorTests.this.browser
				.person(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK).setViewportSize(390, 800))) {
				SignedInAdministrator.in(TheDoctorTests.this.world, dark, "Ines Institution",
						TheDoctorTests.this.college.id());
				try (Page page = dark.newPage()) {
					page.navigate(TheDoctorTests.this.world.toolAddress() + "/admin/launches");
					TestBrowser.isAccessible(page);
					TestBrowser.picture(page, "inspector-list-dark-390");
					page.locator("tbody th a").first().click();
					TestBrowser.isAccessible(page);
					TestBrowser.picture(page, "inspector-launch-dark-390");
				}
				try (Page page = doctor(dark, id)) {
					page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Examine")).click();
					assertThat(page.getByText("The registration was examined.")).isVisible();
					TestBrowser.isAccessible(page);
					TestBrowser.picture(page, "doctor-dark-390");
				}
			}
		}

		private String refusedReference(String client) {
			PlacedLink link = TheDoctorTests.this.world.platform()
				.courses()
				.place((number) -> PlacedLink.of(number, Courses.FIRST.id(), client, "Module for " + client,
						TheDoctorTests.this.world.toolAddress() + "/lti/launch", Map.of("module", MODULE)));
			URI issuer = TheDoctorTests.this.world.platform().issuer();
			try (BrowserContext student = TheDoctorTests.this.browser.person()) {
				AtThePlatform atCourse = new AtThePlatform(student, issuer);
				atCourse.signInAs("Amara Okafor");
				atCourse.page().navigate(issuer + "/courses/" + Courses.FIRST.id() + "/links/" + link.number());
				Locator facts = atCourse.frame().locator(".error-facts");
				assertThat(facts).containsText("LTI-TOKEN-TIME");
				java.util.regex.Matcher reference = java.util.regex.Pattern
					.compile("[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}")
					.matcher(facts.innerText());
				org.assertj.core.api.Assertions.assertThat(reference.find()).isTrue();
				return reference.group();
			}
		}

		@Test
		void showsAnInstitutionNothingOfOthers() {
			RegistrationId id = registered("ours", Manners.MOODLE);
			InstitutionId other = TheDoctorTests.this.world.bean(Institutions.class).add("Another College").id();
			used("ours", id);
			try (BrowserContext stranger = TheDoctorTests.this.browser.person()) {
				SignedInAdministrator.in(TheDoctorTests.this.world, stranger, "Sam Stranger", other);
				try (Page page = stranger.newPage()) {
					page.navigate(TheDoctorTests.this.world.toolAddress() + "/admin/launches?registration=" + id);
					assertThat(page.getByText("Nothing fits")).isVisible();
					String record = TheDoctorTests.this.world.bean(JdbcClient.class)
						.sql("select max(id) from launch_record where registration_id = ?")
						.param(id.value())
						.query(String.class)
						.single();
					for (String path : List.of("/admin/launches/" + record, "/admin/registrations/" + id + "/doctor")) {
						page.navigate(TheDoctorTests.this.world.toolAddress() + path);
						assertThat(page.getByText("ADMIN-NOT-FOUND")).isVisible();
					}
				}
			}
		}

	}

}
