package com.humantraffickingexperts.sandbox.oidc;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.humantraffickingexperts.sandbox.FakeTool;
import com.humantraffickingexperts.sandbox.WithSandbox;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.pages.Session;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Registrations;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorizationTests extends WithSandbox {

	private Person student() {
		return this.sandbox.people().byUsername("student1").orElseThrow();
	}

	private Launch launch(Person person) {
		return this.sandbox.launches()
			.ofLink(this.sandbox.registrations().get(Registrations.PRECONFIGURED), person, Courses.FIRST,
					this.sandbox.courses().link(1).orElseThrow(), "iframe");
	}

	private Map<String, String> request(Launch launch) {
		Map<String, String> request = new LinkedHashMap<>();
		request.put("scope", "openid");
		request.put("response_type", "id_token");
		request.put("response_mode", "form_post");
		request.put("prompt", "none");
		request.put("client_id", Registrations.PRECONFIGURED);
		request.put("redirect_uri", this.tool.redirectUri());
		request.put("state", "state-1");
		request.put("nonce", "nonce-1");
		request.put("login_hint", launch.hints().login());
		String messageHint = launch.hints().message();
		if (messageHint != null) {
			request.put("lti_message_hint", messageHint);
		}
		return request;
	}

	private HttpResponse<String> authorize(Map<String, String> request) {
		return this.tool.get(URI.create(this.sandbox.authorizationEndpoint() + "?" + FakeTool.encode(request)));
	}

	private JWTClaimsSet verified(HttpResponse<String> response) throws Exception {
		SignedJWT jwt = SignedJWT.parse(Objects.requireNonNull(FakeTool.fields(response.body()).get("id_token")));
		JWKSet keys = JWKSet.parse(this.tool.get(this.sandbox.jwksUri()).body());
		assertThat(jwt.verify(new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey()))).isTrue();
		return jwt.getJWTClaimsSet();
	}

	@Nested
	class BySpecification {

		@Test
		void aGoodRequestIsAnsweredWithASignedMessage() throws Exception {
			HttpResponse<String> response = authorize(request(launch(student())));
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).contains("action=\"" + tool.redirectUri() + "\"");
			assertThat(FakeTool.fields(response.body())).containsEntry("state", "state-1");
			JWTClaimsSet claims = verified(response);
			assertThat(claims.getIssuer()).isEqualTo(sandbox.issuer().toString());
			assertThat(claims.getAudience()).containsExactly(Registrations.PRECONFIGURED);
			assertThat(claims.getSubject()).isEqualTo(sandbox.ids().subject(student()));
			assertThat(claims.getClaims()).containsEntry("nonce", "nonce-1")
				.containsEntry(Claim.MESSAGE_TYPE, "LtiResourceLinkRequest")
				.containsEntry(Claim.VERSION, "1.3.0")
				.containsEntry(Claim.DEPLOYMENT_ID, "1")
				.containsKeys(Claim.RESOURCE_LINK, Claim.CONTEXT, Claim.ROLES, Claim.AGS, Claim.NRPS);
			assertThat(claims.getJSONObjectClaim(Claim.CUSTOM)).containsEntry("module", "national-referral-mechanism");
			assertThat(claims.getJSONObjectClaim(Claim.AGS)).containsKeys("lineitem", "lineitems", "scope");
		}

		@ParameterizedTest
		@CsvSource({ "scope,profile,invalid_scope", "response_type,code,unsupported_response_type",
				"response_mode,query,invalid_request", "prompt,login,invalid_request", "nonce,'',invalid_request",
				"lti_message_hint,forged,invalid_request", "login_hint,somebody,login_required" })
		void aBadParameterIsReportedToTheTool(String parameter, String value, String error) {
			Map<String, String> request = request(launch(student()));
			request.put(parameter, value);
			Map<String, String> fields = FakeTool.fields(authorize(request).body());
			assertThat(fields).containsEntry("error", error)
				.containsEntry("state", "state-1")
				.containsKey("error_description")
				.doesNotContainKey("id_token");
		}

		@ParameterizedTest
		@CsvSource({ "client_id,somebody", "redirect_uri,https://evil.example/launch", "redirect_uri,''" })
		void anAddressThatIsNotTheToolsIsNeverAnswered(String parameter, String value) {
			Map<String, String> request = request(launch(student()));
			request.put(parameter, value);
			HttpResponse<String> response = authorize(request);
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(response.body()).doesNotContain("<form id=\"post\"");
		}

		@Test
		void somebodyElsesSessionIsRefused() {
			HttpResponse<String> response = tool.send(HttpRequest
				.newBuilder(
						URI.create(sandbox.authorizationEndpoint() + "?" + FakeTool.encode(request(launch(student())))))
				.header("Cookie", Session.COOKIE + "=student2"));
			assertThat(FakeTool.fields(response.body())).containsEntry("error", "login_required");
		}

		@Test
		void aLaunchIsOverAfterFiveMinutes() {
			Map<String, String> request = request(launch(student()));
			sandbox.clock().skew(Duration.ofMinutes(6));
			assertThat(FakeTool.fields(authorize(request).body())).containsEntry("error", "invalid_request");
		}

		@Test
		void aRequestMayBePosted() throws Exception {
			HttpResponse<String> response = tool.postForm(sandbox.authorizationEndpoint(), request(launch(student())));
			assertThat(verified(response).getSubject()).isNotEmpty();
		}

		@Test
		void aRetiredKeyIsStillPublished() throws Exception {
			HttpResponse<String> response = authorize(request(launch(student())));
			sandbox.keys().rotate();
			assertThat(verified(response).getSubject()).isNotEmpty();
			assertThat(verified(authorize(request(launch(student())))).getSubject()).isNotEmpty();
		}

		@Test
		void theLoginInitiationCarriesWhatAToolNeeds() {
			assertThat(sandbox.loginInitiation().parameters(launch(student())))
				.containsKeys("iss", "target_link_uri", "login_hint", "lti_message_hint", "client_id",
						"lti_deployment_id")
				.doesNotContainKey("lti_storage_target");
		}

	}

	@Nested
	class InMannersOfOthers {

		@ParameterizedTest
		@EnumSource
		void everyPlatformLaunches(Manners manners) throws Exception {
			sandbox.manners(manners);
			JWTClaimsSet claims = verified(authorize(request(launch(student()))));
			assertThat(claims.getSubject()).isEqualTo(sandbox.ids().subject(student()));
			assertThat(claims.getJSONObjectClaim(Claim.TOOL_PLATFORM)).containsEntry("product_family_code",
					manners.family());
		}

		@Test
		void moodleAnswersOnceAndForAMinute() throws Exception {
			sandbox.manners(Manners.MOODLE);
			Map<String, String> request = request(launch(student()));
			JWTClaimsSet claims = verified(authorize(request));
			assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
				.isEqualTo(Duration.ofSeconds(60));
			assertThat(claims.getClaims()).doesNotContainKey("azp").containsKey(Claim.BASIC_OUTCOME);
			assertThat(contextTypes(claims)).isEqualTo(List.of("CourseSection"));
			assertThat(authorize(request).statusCode()).isEqualTo(404);
		}

		private Object contextTypes(JWTClaimsSet claims) throws ParseException {
			return Objects.requireNonNull(claims.getJSONObjectClaim(Claim.CONTEXT).get("type"));
		}

		@Test
		void moodleReportsAWrongLoginHintAsDenied() {
			sandbox.manners(Manners.MOODLE);
			Map<String, String> request = request(launch(student()));
			request.put("login_hint", "999");
			assertThat(FakeTool.fields(authorize(request).body())).containsEntry("error", "access_denied");
		}

		@Test
		void canvasAnswersOnceAndSaysSo() {
			sandbox.manners(Manners.CANVAS);
			Map<String, String> request = request(launch(student()));
			assertThat(FakeTool.fields(authorize(request).body())).containsEntry("lti_storage_target",
					"post_message_forwarding");
			assertThat(FakeTool.fields(authorize(request).body())).containsEntry("error", "launch_no_longer_valid");
		}

		@Test
		void canvasSendsInstitutionRolesAndANullPlacement() {
			sandbox.manners(Manners.CANVAS);
			var claims = sandbox.idTokens().claims(launch(student()), "n");
			assertThat(claims).containsEntry("azp", Registrations.PRECONFIGURED)
				.containsEntry("https://www.instructure.com/placement", null);
			assertThat(claims.get(Claim.ROLES)).asString().contains("institution/person#Student", "system/person#User");
		}

		@Test
		void sakaiSendsNoMessageHint() {
			sandbox.manners(Manners.SAKAI);
			assertThat(sandbox.loginInitiation().parameters(launch(student()))).doesNotContainKey("lti_message_hint")
				.containsEntry("lti_storage_target", "_parent");
		}

		@Test
		void brightspaceCountsFromNotBefore() throws Exception {
			sandbox.manners(Manners.BRIGHTSPACE);
			JWTClaimsSet claims = verified(authorize(request(launch(student()))));
			assertThat(claims.getNotBeforeTime()).isEqualTo(claims.getIssueTime());
			assertThat(claims.getClaims()).containsKey("http://www.brightspace.com");
		}

	}

}
