package com.humantraffickingexperts.lti.console;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import com.humantraffickingexperts.lti.audit.AuditEntry;
import com.humantraffickingexperts.lti.audit.AuditFilter;
import com.humantraffickingexperts.lti.audit.AuditHistory;
import com.humantraffickingexperts.lti.people.Arrival;
import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.GivenKey;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@OnTheConsole
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ConsolePagesMvcTests {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final String NEW = "/admin/registrations/new";

	private final MockMvcTester mvc;

	private final ConsolePeople people;

	private final RegistrationStore store;

	private final Deployments deployments;

	private final Institutions institutions;

	private final Users users;

	private final AuditHistory audit;

	ConsolePagesMvcTests(WebApplicationContext context, ConsolePeople people, RegistrationStore store,
			Deployments deployments, Institutions institutions, Users users, AuditHistory audit) {
		this.mvc = MockMvcTester.from(context, (builder) -> builder.apply(springSecurity()).build());
		this.people = people;
		this.store = store;
		this.deployments = deployments;
		this.institutions = institutions;
		this.users = users;
		this.audit = audit;
	}

	@Nested
	class RegisteringByHand {

		@ParameterizedTest
		@CsvSource({ "MOODLE, https://moodle.example.ac.uk, /mod/lti/auth.php, /mod/lti/token.php, /mod/lti/certs.php",
				"MOODLE, https://moodle.example.ac.uk/learn/, /learn/mod/lti/auth.php, /learn/mod/lti/token.php, /learn/mod/lti/certs.php" })
		void needsOnlyTheAddressOfAMoodle(String family, String site, String authorization, String token,
				String keySet) {
			Registration made = registered("family", family, "name", "Moodle", "site", site, "clientId",
					"abc" + number());
			String base = "https://moodle.example.ac.uk";
			assertThat(made.issuer()).isEqualTo(site.endsWith("/") ? base + "/learn" : base);
			assertThat(made.authorizationEndpoint()).hasToString(base + authorization);
			assertThat(made.tokenEndpoint()).hasToString(base + token);
			assertThat(made.tokenAudience()).isEqualTo(base + token);
			assertThat(made.jwksUri()).hasToString(base + keySet);
			assertThat(made.family()).isEqualTo(PlatformFamily.MOODLE);
			assertThat(made.enabled()).isTrue();
		}

		@ParameterizedTest
		@CsvSource({ "production, https://canvas.instructure.com, https://sso.canvaslms.com",
				"beta, https://canvas.beta.instructure.com, https://sso.beta.canvaslms.com",
				"test, https://canvas.test.instructure.com, https://sso.test.canvaslms.com" })
		void knowsEachHostedCanvas(String hosting, String issuer, String host) {
			Registration made = registered("family", "CANVAS", "name", "Canvas", "hosting", hosting, "clientId",
					"1000000000000" + number(), "site", "https://canvas.example.ac.uk");
			assertThat(made.issuer()).isEqualTo(issuer);
			assertThat(made.authorizationEndpoint()).hasToString(host + "/api/lti/authorize_redirect");
			assertThat(made.tokenEndpoint()).hasToString(host + "/login/oauth2/token");
			assertThat(made.jwksUri()).hasToString(host + "/api/lti/security/jwks");
			assertThat(made.serviceOrigins()).containsExactly("https://canvas.example.ac.uk");
		}

		@Test
		void takesThePublicKeyOfAPlatformWithoutAKeySet() throws NoSuchAlgorithmException {
			Registration made = registered("family", "GENERIC", "name", "Other", "issuer", "https://other.example.org",
					"clientId", "o" + number(), "authorization", "https://other.example.org/auth", "token",
					"https://other.example.org/token", "keySet", publicKey());
			assertThat(GivenKey.at(made.jwksUri())).isPresent();
		}

		@Test
		void knowsTheAudienceOfBrightspace() {
			Registration made = registered("family", "BRIGHTSPACE", "name", "Brightspace", "site",
					"https://college.brightspace.com", "clientId", "b" + number());
			assertThat(made.tokenAudience()).isEqualTo("https://api.brightspace.com/auth/token");
			assertThat(made.tokenEndpoint()).hasToString("https://auth.brightspace.com/core/connect/token");
			assertThat(made.jwksUri()).hasToString("https://college.brightspace.com/d2l/.well-known/jwks");
		}

		@Test
		void asksSakaiForTheNumberOfTheTool() {
			Registration made = registered("family", "SAKAI", "name", "Sakai", "site", "https://sakai.example.edu",
					"clientId", "s" + number(), "number", "47");
			assertThat(made.tokenEndpoint()).hasToString("https://sakai.example.edu/imsblis/lti13/token/47");
		}

		@Test
		void addsAFurtherInstitutionOfBlackboardAsADeployment() {
			Registration central = registered("family", "BLACKBOARD", "name", "Blackboard", "clientId", "central-1",
					"deployments", "first");
			assertThat(text(page(people.operator(), NEW + "?family=BLACKBOARD"))).contains("value=\"central-1\"");
			MvcTestResult joined = send(people.operator(), NEW, "family", "BLACKBOARD", "name", "Second College",
					"clientId", "central-1", "deployments", "second", "site", "https://learn.second.ac.uk");
			assertThat(joined).hasRedirectedUrl("/admin/registrations/" + central.id());
			assertThat(deployments.of(central.id())).extracting("deploymentId", "label")
				.contains(org.assertj.core.groups.Tuple.tuple("second", "Second College"));
			assertThat(registration(central.id()).serviceOrigins()).containsExactly("https://learn.second.ac.uk");
		}

		@Test
		void approvesTheDeploymentsThatAreEntered() {
			Registration made = registered("family", "MOODLE", "name", "Moodle", "site", "https://m.example.ac.uk",
					"clientId", "d" + number(), "deployments", "1\n 2 \n\n1");
			assertThat(made.deploymentIds()).containsExactlyInAnyOrder("1", "2");
		}

		@ParameterizedTest
		@CsvSource(delimiter = '|', value = { "site | http://moodle.example.ac.uk | begins with https://",
				"site | moodle.example.ac.uk | Enter a whole address", "site | '' | Enter something here",
				"site | https://moodle.example.ac.uk/?a=b | question mark",
				"site | https://moodle.example.ac.uk/#x | after #", "site | https://a@moodle.example.ac.uk | before @",
				"clientId | '' | Enter something here", "name | '' | Enter something here",
				"token | ftp://moodle.example.ac.uk | begins with https://", "origins | https://*.ac.uk | does not fit",
				"origins | https://files.example.ac.uk/path | does not fit",
				"issuer | not an address | whole address" })
		void saysWhatToMendAndLosesNothing(String field, String value, String problem) {
			String client = "kept" + number();
			List<String> fields = new java.util.ArrayList<>(List.of("family", "MOODLE", "name", "Kept name", "site",
					"https://moodle.example.ac.uk", "clientId", client, "deployments", "dep-kept"));
			int at = fields.indexOf(field);
			if (at >= 0) {
				fields.set(at + 1, value);
			}
			else {
				fields.addAll(List.of(field, value));
			}
			MvcTestResult answer = send(people.operator(), NEW, fields.toArray(String[]::new));
			assertThat(answer).hasStatus(422);
			assertThat(text(answer)).contains("There is a problem", problem, "dep-kept", "aria-invalid=\"true\"");
			assertThat(store.all(null)).noneMatch((managed) -> managed.registration().clientId().equals(client));
		}

		@Test
		void refusesWhatIsRegisteredAlready() {
			String[] fields = { "family", "MOODLE", "name", "Twice", "site", "https://twice.example.ac.uk", "clientId",
					"twice" };
			send(people.operator(), NEW, fields);
			assertThat(text(send(people.operator(), NEW, fields)))
				.contains("There is a registration with this issuer and client id already");
		}

		@Test
		void byAnInstitutionItselfWaitsForAnOperatorAndBelongsToIt() {
			Institution other = institutions.add("Other institution " + number());
			String client = "own" + number();
			send(people.institution(), NEW, "family", "MOODLE", "name", "Own Moodle", "site",
					"https://own.example.ac.uk", "clientId", client, "institution", other.id().value());
			ManagedRegistration made = store.find(RegistrationStore.idOf("https://own.example.ac.uk", client))
				.orElseThrow();
			assertThat(made.state()).isEqualTo(RegistrationState.PENDING);
			assertThat(made.registration().institution()).isEqualTo(people.college().id());
			assertThat(made.registration().enabled()).isFalse();
			send(people.operator(), path(made) + "/state", "state", "ENABLED");
			assertThat(registration(made.id()).enabled()).isTrue();
		}

		@ParameterizedTest
		@EnumSource(PlatformFamily.class)
		void showsTheExactTextsInTheWordsOfEachProduct(PlatformFamily family) {
			String shown = text(page(people.operator(), NEW + "?family=" + family));
			assertThat(shown)
				.contains("http://localhost:8080/lti/login", "http://localhost:8080/lti/launch",
						"http://localhost:8080/lti/jwks.json", "$Context.id.history", "/admin/help/")
				.doesNotContain("??");
			assertThat(shown.contains("/lti/canvas.json")).isEqualTo(family == PlatformFamily.CANVAS);
		}

	}

	@Nested
	class TheListOfRegistrations {

		@Test
		void saysHowEachIs() {
			Registration waiting = made("Waiting Moodle");
			deployments.hold(waiting.id(), "7");
			Registration off = made("Off Moodle");
			store.setState(off.id(), RegistrationState.DISABLED);
			String list = text(page(people.operator(), "/admin/registrations"));
			assertThat(list).contains("Waiting Moodle", "1 deployment waits", "Off Moodle", "Switched off",
					"Configured Moodle", "from the configuration file");
		}

		@Test
		void isSearched() {
			made("Needle Academy Moodle");
			made("Haystack Moodle");
			assertThat(text(page(people.operator(), "/admin/registrations?words=needle%20MOODLE")))
				.contains("Needle Academy Moodle")
				.doesNotContain("Haystack Moodle");
		}

		@Test
		void showsAnInstitutionItsOwnOnly() {
			made("Somebody else's Moodle");
			made("Our own Moodle", people.college());
			assertThat(text(page(people.institution(), "/admin/registrations"))).contains("Our own Moodle")
				.doesNotContain("Somebody else", "Configured Moodle");
		}

	}

	@Nested
	class ARegistration {

		@Test
		void isNotThereForAnotherInstitution() {
			Registration other = made("Other");
			for (String rest : List.of("", "/privacy", "/connection", "/terms", "/details", "/delete")) {
				assertThat(page(people.institution(), path(other) + rest)).hasStatus(404);
			}
			assertThat(
					send(people.institution(), path(other) + "/deployments", "deployment", "1", "decision", "APPROVE"))
				.hasStatus(404);
			assertThat(registration(other.id()).deploymentIds()).isEmpty();
		}

		@ParameterizedTest
		@ValueSource(strings = { "/terms", "/details", "/delete" })
		void hasPartsThatOnlyOperatorsChange(String rest) {
			Registration own = made("Own " + number(), people.college());
			assertThat(page(people.institution(), path(own))).hasStatusOk();
			assertThat(page(people.institution(), path(own) + rest)).hasStatus(404);
			assertThat(send(people.institution(), path(own) + rest, "name", "x", "revision", "1")).hasStatus(404);
			assertThat(send(people.institution(), path(own) + "/state", "state", "DISABLED")).hasStatus(404);
			assertThat(registration(own.id()).enabled()).isTrue();
			assertThat(text(page(people.institution(), path(own)))).doesNotContain("/terms\"", "Switch off");
		}

		@Test
		void approvesADeploymentWithOneClick() {
			Registration own = made("Own " + number(), people.college());
			deployments.hold(own.id(), "<d>&7");
			assertThat(text(page(people.institution(), path(own)))).contains("&lt;d&gt;&amp;7", "Waits");
			send(people.institution(), path(own) + "/deployments", "deployment", "<d>&7", "decision", "APPROVE");
			assertThat(registration(own.id()).acceptsDeployment("<d>&7")).isTrue();
			AuditEntry entry = last(own.id());
			assertThat(entry.change().action()).isEqualTo("deployment.approved");
			assertThat(entry.change().before()).containsEntry("deployment <d>&7", "WAITING");
			assertThat(entry.change().after()).containsEntry("deployment <d>&7", "APPROVED");
			assertThat(entry.actor().name()).isEqualTo("Ines Institution");
			send(people.institution(), path(own) + "/deployments", "deployment", "<d>&7", "decision", "REFUSE");
			assertThat(registration(own.id()).refusesDeployment("<d>&7")).isTrue();
		}

		@Test
		void ofTheConfigurationIsReadOnlyButForItsDeployments() {
			RegistrationId id = RegistrationStore.idOf("https://configured.example.ac.uk", "configured");
			String path = "/admin/registrations/" + id;
			assertThat(text(page(people.operator(), path))).contains("changed there").doesNotContain("Switch off");
			for (String rest : List.of("/terms", "/details", "/connection", "/privacy", "/delete")) {
				assertThat(page(people.operator(), path + rest)).hasStatus(404);
			}
			assertThat(send(people.operator(), path + "/state", "state", "DISABLED")).hasStatus(404);
			send(people.operator(), path + "/deployments", "deployment", "1", "decision", "REFUSE");
			assertThat(registration(id).acceptsDeployment("1")).isFalse();
			send(people.operator(), path + "/deployments", "deployment", "1", "decision", "APPROVE");
			assertThat(registration(id).acceptsDeployment("1")).isTrue();
		}

		@Test
		void isChangedWithItsTermsAndTheLogSaysHow() {
			Registration made = made("Terms");
			send(people.operator(), path(made) + "/terms", "revision", "1", "institution",
					people.college().id().value(), "firstDay", "2026-09-01", "lastDay", "2027-07-31", "seats", "200",
					"offer", "listed", "modules", "national-referral-mechanism");
			RegistrationTerms terms = registration(made.id()).terms();
			assertThat(terms.validFrom()).isEqualTo(Instant.parse("2026-08-31T23:00:00Z"));
			assertThat(terms.validUntil()).isEqualTo(Instant.parse("2027-07-31T23:00:00Z"));
			assertThat(terms.seats()).isEqualTo(200);
			assertThat(terms.modules()).containsExactly("national-referral-mechanism");
			assertThat(terms.drafts()).isFalse();
			assertThat(registration(made.id()).institution()).isEqualTo(people.college().id());
			AuditEntry entry = last(made.id());
			assertThat(entry.change().action()).isEqualTo("registration.changed");
			assertThat(entry.change().before()).containsEntry("seats", "").doesNotContainKey("issuer");
			assertThat(entry.change().after()).containsEntry("seats", "200");
			assertThat(text(page(people.operator(), path(made) + "/terms"))).contains("value=\"2026-09-01\"",
					"value=\"2027-07-31\"");
		}

		@ParameterizedTest
		@CsvSource({ "seats, 0", "seats, -1", "seats, many", "firstDay, tomorrow", "lastDay, 2020-01-01",
				"offer, listed", "institution, 00000000000000000000000000000000" })
		void keepsTermsThatMakeNoSenseOut(String field, String value) {
			Registration made = made("Senseless");
			Map<String, String> fields = new LinkedHashMap<>(Map.of("revision", "1", "firstDay", "2026-09-01"));
			fields.put(field, value);
			String[] form = fields.entrySet()
				.stream()
				.flatMap((entry) -> Stream.of(entry.getKey(), entry.getValue()))
				.toArray(String[]::new);
			assertThat(send(people.operator(), path(made) + "/terms", form)).hasStatus(422);
			assertThat(registration(made.id()).terms()).isEqualTo(RegistrationTerms.NONE);
		}

		@Test
		void showsBothValuesWhenSomebodyElseWasQuicker() {
			Registration made = made("Quick");
			send(people.operator(), path(made) + "/terms", "revision", "1", "seats", "50", "offer", "all");
			MvcTestResult late = send(people.operator(), path(made) + "/terms", "revision", "1", "seats", "70", "offer",
					"all");
			assertThat(late).hasStatus(422);
			assertThat(text(late)).contains("Somebody else has changed this registration",
					"Stored in the meantime by somebody else", "<strong>50</strong>", "value=\"70\"",
					"name=\"revision\" value=\"2\"");
			assertThat(registration(made.id()).terms().seats()).isEqualTo(50);
			send(people.operator(), path(made) + "/terms", "revision", "2", "seats", "70", "offer", "all");
			assertThat(registration(made.id()).terms().seats()).isEqualTo(70);
		}

		@Test
		void erasesNamesWhenItBecomesPseudonymous() {
			Registration made = made("Private", people.college());
			var learner = users.named(made.id(), "5", "Ada Lovelace");
			users.record(List.of(new Arrival(learner, true)));
			send(people.institution(), path(made) + "/privacy", "revision", "1", "pseudonymous", "true");
			assertThat(registration(made.id()).terms().pseudonymous()).isTrue();
			assertThat(users.find(learner.id()).orElseThrow().name()).isNull();
			assertThat(text(page(people.institution(), path(made)))).contains("No names are stored");
		}

		@Test
		void takesAPublicKeyWhereThereIsNoKeySet() throws NoSuchAlgorithmException {
			Registration made = made("Given", people.college());
			String key = publicKey();
			String[] fields = { "revision", "1", "authorization", "https://new.example.ac.uk/auth", "token",
					"https://new.example.ac.uk/token", "keySet", "-----BEGIN PRIVATE KEY-----TheirSecret", "unknown",
					"ASK" };
			assertThat(text(send(people.institution(), path(made) + "/connection", fields)))
				.contains("Never enter a private key")
				.doesNotContain("TheirSecret");
			assertThat(registration(made.id()).jwksUri()).isEqualTo(made.jwksUri());
			fields[7] = key;
			send(people.institution(), path(made) + "/connection", fields);
			Registration given = registration(made.id());
			assertThat(GivenKey.at(given.jwksUri())).isPresent();
			assertThat(given.keySource()).startsWith("SHA256:");
			assertThat(text(page(people.institution(), path(made)))).contains(given.keySource());
			assertThat(text(page(people.institution(), path(made) + "/connection")))
				.contains(key.replaceAll("\\s", "").substring(30, 90));
			assertThat(last(made.id()).change().toString()).contains(given.keySource());
		}

		@Test
		void keepsItsIssuerAndClientIdWhenAddressesChange() {
			Registration made = made("Moved", people.college());
			send(people.institution(), path(made) + "/connection", "revision", "1", "authorization",
					"https://new.example.ac.uk/auth", "token", "https://new.example.ac.uk/token", "keySet",
					"https://new.example.ac.uk/keys", "unknown", "ALLOW", "family", "SAKAI", "issuer", "https://evil",
					"clientId", "evil", "origins", "https://files.example.ac.uk");
			Registration moved = registration(made.id());
			assertThat(moved.issuer()).isEqualTo(made.issuer());
			assertThat(moved.clientId()).isEqualTo(made.clientId());
			assertThat(moved.tokenEndpoint()).hasToString("https://new.example.ac.uk/token");
			assertThat(moved.tokenAudience()).isEqualTo("https://new.example.ac.uk/token");
			assertThat(moved.unknownDeployments()).isEqualTo(Registration.UnknownDeployments.ALLOW);
			assertThat(moved.serviceOrigins()).containsExactly("https://files.example.ac.uk");
		}

		@Test
		void isDeletedOnlyAfterProofAndAfterSayingWhatIsLost() {
			Registration made = made("Doomed");
			users.record(List.of(new Arrival(users.named(made.id(), "5", null), true)));
			assertThat(send(people.tiredOperator(), path(made) + "/delete")).hasStatus(303);
			assertThat(store.find(made.id())).isPresent();
			assertThat(text(page(people.operator(), path(made) + "/delete"))).contains("1 learner has used it",
					"Delete this registration");
			send(people.operator(), path(made) + "/delete");
			assertThat(store.find(made.id())).isEmpty();
			assertThat(last(made.id()).change().action()).isEqualTo("registration.deleted");
		}

	}

	@Nested
	class Keys {

		@Test
		void areShownWithTheRemedyWhileTheyAreNotProtected() {
			assertThat(text(page(people.operator(), "/admin/keys"))).contains("Private keys are stored unprotected",
					"htmse.keys.encryption-key", "Signs now", "Signs next", "The next key can be used from");
			assertThat(page(people.institution(), "/admin/keys")).hasStatus(404);
		}

		@Test
		void areRotatedOnlyAfterProof() {
			assertThat(send(people.tiredOperator(), "/admin/keys/rotation")).hasStatus(303)
				.hasHeader("Location", "/admin/proof?then=%2Fadmin%2Fkeys%2Frotation");
			assertThat(send(people.operator(), "/admin/keys/rotation")).hasRedirectedUrl("/admin/keys");
		}

	}

	@Nested
	class TheDocumentation {

		@ParameterizedTest
		@ValueSource(strings = { "moodle", "canvas", "blackboard", "brightspace", "sakai", "platforms", "errors",
				"administrator" })
		void isShownWithItsSections(String name) {
			String shown = text(page(people.institution(), "/admin/help/" + name));
			assertThat(shown).contains("<table>").doesNotContain("href=\"../", ".md");
			if (!List.of("platforms", "errors", "administrator").contains(name)) {
				assertThat(shown).contains("id=\"register-by-hand\"");
			}
		}

		@Test
		void hasNoOtherPages() {
			assertThat(page(people.operator(), "/admin/help/architecture")).hasStatus(404);
		}

	}

	@Nested
	class EveryPage {

		@Test
		void hasNoUntranslatedKeyAndNoInlineScriptOrStyle() {
			Registration made = made("Every page", people.college());
			deployments.hold(made.id(), "7");
			for (String path : List.of("/admin", "/admin/registrations", NEW, "/admin/institutions", "/admin/keys",
					"/admin/keys/rotation", path(made), path(made) + "/terms", path(made) + "/details",
					path(made) + "/connection", path(made) + "/privacy", path(made) + "/delete")) {
				MvcTestResult answer = page(people.operator(), path);
				assertThat(answer).hasStatusOk();
				assertThat(text(answer)).as(path)
					.doesNotContain("??", "<style", " style=", "onclick")
					.doesNotContainPattern("<script(?![^>]* src=)");
			}
		}

		@Test
		void needsSomebodyWhoIsSignedIn() {
			assertThat(this.anonymous("/admin/registrations")).hasStatus(303);
			assertThat(this.anonymous("/admin/keys")).hasStatus(303);
		}

		private MvcTestResult anonymous(String path) {
			return mvc.perform(get(path));
		}

	}

	private Registration registered(String... fields) {
		MvcTestResult answer = send(this.people.operator(), NEW, fields);
		assertThat(answer).hasStatus3xxRedirection();
		String location = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
		return registration(new RegistrationId(location.substring(location.lastIndexOf('/') + 1)));
	}

	private Registration made(String name) {
		return registered("family", "MOODLE", "name", name, "site", "https://made" + number() + ".example.ac.uk",
				"clientId", "made");
	}

	private Registration made(String name, Institution institution) {
		return registered("family", "MOODLE", "name", name, "site", "https://made" + number() + ".example.ac.uk",
				"clientId", "made", "institution", institution.id().value());
	}

	private static int number() {
		return NUMBER.incrementAndGet();
	}

	private Registration registration(RegistrationId id) {
		return this.store.find(id).orElseThrow().registration();
	}

	private static String publicKey() throws NoSuchAlgorithmException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		return "-----BEGIN PUBLIC KEY-----\r\n"
				+ Base64.getMimeEncoder().encodeToString(generator.generateKeyPair().getPublic().getEncoded())
				+ "\r\n-----END PUBLIC KEY-----\r\n";
	}

	private AuditEntry last(RegistrationId id) {
		return this.audit.find(new AuditFilter(null, null, null, id.value(), null, null), null, 1).getFirst();
	}

	private static String path(Registration registration) {
		return "/admin/registrations/" + registration.id();
	}

	private static String path(ManagedRegistration registration) {
		return "/admin/registrations/" + registration.id();
	}

	private MvcTestResult page(MockHttpSession session, String path) {
		return this.mvc.perform(get(java.net.URI.create(path)).session(session));
	}

	private MvcTestResult send(MockHttpSession session, String path, String... fields) {
		MockHttpServletRequestBuilder form = post(path).session(session).with(csrf());
		for (int at = 0; at < fields.length; at += 2) {
			form.param(fields[at], fields[at + 1]);
		}
		return this.mvc.perform(form);
	}

	private static String text(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(Arrays.toString(ex.getStackTrace()), ex);
		}
	}

}
