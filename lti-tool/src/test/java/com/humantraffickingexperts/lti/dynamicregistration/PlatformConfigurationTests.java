package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.dynamicregistration.DynamicRegistrationSettings.TrustedConfiguration;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.web.ToolError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlatformConfigurationTests {

	private static final String SOURCE = "https://lms.example/.well-known/openid-configuration";

	private static void refused(DynamicRegistrationRefusal code, String source, Map<String, Object> said,
			TrustedConfiguration... trusted) {
		assertThatExceptionOfType(ToolError.class).isThrownBy(() -> Platforms.read(source, said, trusted))
			.satisfies((error) -> assertThat(error.code()).isEqualTo(code));
	}

	private static Map<String, Object> with(String member, String value) {
		Map<String, Object> said = Platforms.plain();
		said.put(member, value);
		return said;
	}

	@Nested
	class OfKnownProducts {

		@Test
		void moodleAsRecorded() {
			PlatformConfiguration moodle = Platforms.moodle();
			assertThat(moodle.family()).isEqualTo(PlatformFamily.MOODLE);
			assertThat(moodle.issuer()).isEqualTo("http://localhost:8000");
			assertThat(moodle.signedRequests()).isTrue();
			assertThat(moodle.knows("LtiDeepLinkingRequest", "ContentArea")).isTrue();
			assertThat(moodle.knows("LtiSubmissionReviewRequest")).isFalse();
			assertThat(moodle.origins()).containsExactly("http://localhost:8000");
		}

		@Test
		void hostedCanvasRegistersAtTheInstitutionsHost() {
			PlatformConfiguration canvas = Platforms.canvas();
			assertThat(canvas.family()).isEqualTo(PlatformFamily.CANVAS);
			assertThat(canvas.registrationEndpoint().getHost()).isEqualTo("riverside.instructure.example");
			assertThat(canvas.origins()).contains("https://riverside.instructure.example", "https://sso.canvaslms.com",
					"https://canvas.instructure.com");
			assertThat(canvas.authorizationServer()).as("a bare host is no audience").isNull();
		}

		@Test
		void sakaiNamesNoServices() {
			PlatformConfiguration sakai = Platforms.sakai();
			assertThat(sakai.family()).isEqualTo(PlatformFamily.SAKAI);
			assertThat(sakai.offers("https://purl.imsglobal.org/spec/lti-ags/scope/score")).isTrue();
		}

		@Test
		void brightspaceIssuesTokensElsewhere() {
			PlatformConfiguration brightspace = Platforms.brightspace();
			assertThat(brightspace.family()).isEqualTo(PlatformFamily.BRIGHTSPACE);
			assertThat(brightspace.tokenEndpoint().getHost()).isEqualTo("auth.brightspace.com");
			assertThat(brightspace.authorizationServer()).isEqualTo("https://api.brightspace.com/auth/token");
		}

		@Test
		void messagesMayBePlainWords() {
			Map<String, Object> said = Platforms.plain();
			said.put("https://purl.imsglobal.org/spec/lti-platform-configuration",
					Map.of("messages_supported", new String[] { "LtiResourceLinkRequest" }));
			PlatformConfiguration platform = Platforms.read(SOURCE, said);
			assertThat(platform.knows("LtiResourceLinkRequest")).isTrue();
			assertThat(platform.knows("LtiDeepLinkingRequest")).isFalse();
		}

	}

	@Nested
	class Issuers {

		@ParameterizedTest
		@ValueSource(strings = { "https://lms.example", "https://lms.example/", "https://lms.example/moodle",
				"https://LMS.example" })
		void speakFromTheirOwnOrigin(String issuer) {
			assertThat(Platforms.read(SOURCE, with("issuer", issuer)).issuer()).isEqualTo(issuer);
		}

		@ParameterizedTest
		@ValueSource(strings = { "https://other.example", "https://sub.lms.example", "https://lms.example.evil.example",
				"https://lms.example:8443", "https://canvas.instructure.com", "https://blackboard.com" })
		void arePassedOverElsewhere(String issuer) {
			refused(DynamicRegistrationRefusal.ISSUER_FOREIGN, SOURCE, with("issuer", issuer));
		}

		@ParameterizedTest
		@ValueSource(strings = { "http://lms.example", "lms.example", "https://lms.example?a=b",
				"https://lms.example#a", "https://user@lms.example", "https://lms.example/');alert(1)//",
				"https://lms.example/<b>", "javascript:alert(1)", "" })
		void haveToBeAddresses(String issuer) {
			refused(DynamicRegistrationRefusal.CONFIGURATION_INCOMPLETE, SOURCE, with("issuer", issuer));
		}

		@ParameterizedTest
		@CsvSource({ "https://canvas.instructure.com, https://sso.canvaslms.com/c",
				"https://canvas.instructure.com, https://riverside.instructure.com/c",
				"https://canvas.beta.instructure.com, https://riverside.beta.instructure.com/c",
				"https://blackboard.com, https://developer.anthology.com/c" })
		void ofVendorsStandForManyInstitutions(String issuer, String source) {
			Map<String, Object> said = with("issuer", issuer);
			assertThat(Platforms.read(source, said).issuer()).isEqualTo(issuer);
		}

		@ParameterizedTest
		@CsvSource({ "https://canvas.instructure.com, https://evilinstructure.com/c",
				"https://canvas.beta.instructure.com, https://sso.canvaslms.com/c",
				"https://blackboard.com, https://sso.canvaslms.com/c" })
		void ofVendorsAreNotToBeHadByLikeness(String issuer, String source) {
			refused(DynamicRegistrationRefusal.ISSUER_FOREIGN, source, with("issuer", issuer));
		}

		@Test
		void areBelievedWhereTheOperatorSaysSo() {
			TrustedConfiguration trusted = new TrustedConfiguration("https://canvas.instructure.com", "lms.example");
			Map<String, Object> said = with("issuer", "https://canvas.instructure.com");
			assertThat(Platforms.read(SOURCE, said, trusted).issuer()).isEqualTo("https://canvas.instructure.com");
			refused(DynamicRegistrationRefusal.ISSUER_FOREIGN, "https://other.example/c", said, trusted);
		}

	}

	@Nested
	class Endpoints {

		@ParameterizedTest
		@ValueSource(strings = { "https://sso.lms.example/token", "https://lms.example:8443/token",
				"https://auth.brightspace.com/core/connect/token" })
		void mayLieWithinTheOrganisation(String address) {
			assertThat(Platforms.read(SOURCE, with("token_endpoint", address)).tokenEndpoint()).hasToString(address);
		}

		@ParameterizedTest
		@ValueSource(strings = { "https://evil.example/token", "https://lms.example.evil.example/token",
				"https://127.0.0.1/token" })
		void mayNotLieElsewhere(String address) {
			refused(DynamicRegistrationRefusal.ENDPOINT_FOREIGN, SOURCE, with("token_endpoint", address));
		}

		@ParameterizedTest
		@ValueSource(strings = { "https://sso.lms.example/register", "https://lms.example:8443/register" })
		void getTheTokenOnlyAtTheVeryHost(String address) {
			refused(DynamicRegistrationRefusal.ENDPOINT_FOREIGN, SOURCE, with("registration_endpoint", address));
		}

		@ParameterizedTest
		@ValueSource(strings = { "authorization_endpoint", "token_endpoint", "jwks_uri", "registration_endpoint" })
		void areNeeded(String member) {
			Map<String, Object> said = Platforms.plain();
			said.remove(member);
			refused(DynamicRegistrationRefusal.CONFIGURATION_INCOMPLETE, SOURCE, said);
			said.put(member, 5);
			refused(DynamicRegistrationRefusal.CONFIGURATION_INCOMPLETE, SOURCE, said);
			said.put(member, "http://lms.example/plain");
			refused(DynamicRegistrationRefusal.CONFIGURATION_INCOMPLETE, SOURCE, said);
		}

	}

}
