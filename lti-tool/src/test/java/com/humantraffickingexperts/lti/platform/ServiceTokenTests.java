package com.humantraffickingexperts.lti.platform;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/** Service tokens: conformance cases AGS-002 to AGS-033. */
class ServiceTokenTests {

	private static final String READ = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

	@RegisterExtension
	static final WireMockExtension PLATFORM = WireMockExtension.newInstance()
		.options(wireMockConfig().dynamicPort())
		.build();

	private final SteppedClock clock = new SteppedClock();

	private final PlatformCalls calls = TestPlatformCalls.create(new PlainHttp(), this.clock);

	@BeforeEach
	void thePlatformGivesTokens() {
		givesToken(okJson(TestPlatformCalls.tokenJson("token-1", TestPlatformCalls.SCORE)));
		PLATFORM.stubFor(get(anyUrl()).willReturn(okJson("[]")));
	}

	@Nested
	class TheRequestForAToken {

		@Test
		void isAClientCredentialsGrantWithASignedAssertion_AGS_002() {
			call();
			LoggedRequest request = tokenRequests().getFirst();
			Map<String, String> form = form(request);
			assertThat(form).containsOnlyKeys("grant_type", "client_assertion_type", "client_assertion", "scope")
				.containsEntry("grant_type", "client_credentials")
				.containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
				.containsEntry("scope", TestPlatformCalls.SCORE);
			assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
		}

		@Test
		void carriesNoSecret_AGS_033() {
			call();
			assertThat(tokenRequests().getFirst().containsHeader("Authorization")).isFalse();
			assertThat(tokenRequests().getFirst().getBodyAsString()).doesNotContain("client_secret");
		}

		@Test
		void namesTheClientTheAudienceAndTheDeployment_AGS_007() throws ParseException {
			call();
			SignedJWT assertion = assertion(0);
			assertThat(assertion.getHeader().getKeyID()).isEqualTo("tool-1");
			assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo("client-a");
			assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("client-a");
			assertThat(assertion.getJWTClaimsSet().getStringClaim(ClientAssertion.DEPLOYMENT)).isEqualTo("1");
		}

		@Test
		void namesOneAudienceAsText_AGS_009() {
			call();
			JsonNode claims = JsonMapper.shared().readTree(assertion(0).getPayload().toString());
			assertThat(claims.path("aud").isString()).isTrue();
			assertThat(claims.path("aud").stringValue()).isEqualTo(PLATFORM.baseUrl() + TestPlatformCalls.TOKEN_PATH);
			assertThat(claims.path("iat").isNumber()).isTrue();
		}

		@Test
		void wasIssuedInThePastAndIsSoonOver() throws ParseException {
			call();
			assertThat(assertion(0).getJWTClaimsSet().getIssueTime().toInstant())
				.isBefore(SteppedClock.START.minusSeconds(29));
			assertThat(assertion(0).getJWTClaimsSet().getExpirationTime().toInstant())
				.isBetween(SteppedClock.START.plusSeconds(60), SteppedClock.START.plusSeconds(270));
		}

		@Test
		void isNeverTheSameTwice() throws ParseException {
			call();
			PlatformCalls otherNode = TestPlatformCalls.create(new PlainHttp(), ServiceTokenTests.this.clock);
			otherNode.send(request(registration("a"), Set.of(TestPlatformCalls.SCORE)));
			assertThat(assertion(0).getJWTClaimsSet().getJWTID())
				.isNotEqualTo(assertion(1).getJWTClaimsSet().getJWTID());
		}

		@Test
		void asksOnlyForWhatIsNeededAndOffered_AGS_011() {
			ServiceAccess access = new ServiceAccess(registration("a"), "1",
					Set.of(TestPlatformCalls.SCORE, "https://example.test/unknown"));
			ServiceTokenTests.this.calls
				.send(PlatformRequest.get(access, Set.of(TestPlatformCalls.SCORE, READ), address(), "a/b"));
			assertThat(form(tokenRequests().getFirst())).containsEntry("scope", TestPlatformCalls.SCORE);
		}

		@Test
		void isNotMadeWhenNothingNeededIsOffered_AGS_130() {
			ServiceAccess access = new ServiceAccess(registration("a"), "1", Set.of(READ));
			PlatformOutcome outcome = ServiceTokenTests.this.calls
				.send(PlatformRequest.get(access, Set.of(TestPlatformCalls.SCORE), address(), "a/b"));
			assertThat(outcome).isEqualTo(new PlatformRefused(PlatformRefused.Kind.SCOPE_NOT_GRANTED, null));
			assertThat(PLATFORM.findAll(postRequestedFor(anyUrl()))).isEmpty();
		}

		@Test
		void keepsTheQueryOfTheTokenEndpoint_AGS_031() {
			Registration known = registration("a");
			Registration withQuery = new Registration(known.id(), known.name(), known.issuer(), known.clientId(),
					known.deploymentIds(), known.authorizationEndpoint(),
					URI.create(known.tokenEndpoint() + "?tenant=7"), known.tokenAudience(), known.jwksUri(), Set.of(),
					Set.of(), known.unknownDeployments(), false, true, null);
			ServiceTokenTests.this.calls.send(request(withQuery, Set.of(TestPlatformCalls.SCORE)));
			assertThat(tokenRequests().getFirst().getUrl()).isEqualTo(TestPlatformCalls.TOKEN_PATH + "?tenant=7");
		}

	}

	@Nested
	class AToken {

		@Test
		void servesUntilAMinuteBeforeItExpires_AGS_017() {
			call();
			ServiceTokenTests.this.clock.advance(Duration.ofSeconds(3539));
			call();
			assertThat(tokenRequests()).hasSize(1);
			ServiceTokenTests.this.clock.advance(Duration.ofSeconds(1));
			call();
			assertThat(tokenRequests()).hasSize(2);
		}

		@Test
		void isNotKeptForEverHoweverLongThePlatformSaysItLasts() {
			givesToken(okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":999999999999}"));
			call();
			ServiceTokenTests.this.clock.advance(TokenEndpoint.LONGEST_LIFE);
			call();
			assertThat(tokenRequests()).hasSize(2);
		}

		@ParameterizedTest
		@ValueSource(strings = { "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":3600}",
				"{\"access_token\":\"t\",\"token_type\":\"BEARER\",\"expires_in\":\"3600\",\"scope\":\"\"}",
				"{\"access_token\":\"t\",\"stenotype\":\"Bearer\",\"scope\":null,\"x\":1}" })
		void isTakenInEveryFormThatPlatformsGiveIt_AGS_013_014_016_024(String json) {
			givesToken(okJson(json));
			assertThat(call()).isInstanceOf(PlatformAnswer.class);
			PLATFORM.verify(getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t")));
		}

		@Test
		void ofAnUnknownTypeIsNotUsed_AGS_015() {
			givesToken(okJson("{\"access_token\":\"t\",\"token_type\":\"mac\"}"));
			assertThat(call()).isEqualTo(new PlatformRefused(PlatformRefused.Kind.TOKEN_REFUSED, null));
		}

		@Test
		void thatGrantsTooLittleIsNotUsed_AGS_012() {
			givesToken(okJson(TestPlatformCalls.tokenJson("t", READ)));
			assertThat(call()).isEqualTo(new PlatformRefused(PlatformRefused.Kind.SCOPE_NOT_GRANTED, null));
			PLATFORM.verify(0, getRequestedFor(anyUrl()));
		}

		@Test
		void isNeverUsedForAnotherPlatformDeploymentOrScope_AGS_018() {
			call();
			ServiceTokenTests.this.calls.send(request(registration("b"), Set.of(TestPlatformCalls.SCORE)));
			ServiceTokenTests.this.calls.send(request(registration("a"), Set.of(READ)));
			ServiceAccess otherDeployment = new ServiceAccess(registration("a"), "2", Set.of(TestPlatformCalls.SCORE));
			ServiceTokenTests.this.calls
				.send(PlatformRequest.get(otherDeployment, Set.of(TestPlatformCalls.SCORE), address(), "a/b"));
			assertThat(tokenRequests()).hasSize(4);
		}

		@Test
		void isReplacedOnceWhenThePlatformNoLongerTakesIt_AGS_020() {
			PLATFORM.stubFor(get(anyUrl()).withHeader("Authorization", equalTo("Bearer token-1"))
				.willReturn(aResponse().withStatus(401)));
			call();
			assertThat(tokenRequests()).hasSize(2);
			PLATFORM.verify(2, getRequestedFor(anyUrl()));
		}

		@Test
		void isReplacedWhenSakaiSays403AboutTheToken() {
			PLATFORM.stubFor(
					get(anyUrl()).willReturn(aResponse().withStatus(403).withBody("{\"error\":\"signature_error\"}")));
			call();
			assertThat(tokenRequests()).hasSize(2);
		}

		@Test
		void isAskedForOnceHoweverManyRequestsWait_AGS_027() throws Exception {
			givesToken(okJson(TestPlatformCalls.tokenJson("t", TestPlatformCalls.SCORE)).withFixedDelay(200));
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				Callable<PlatformOutcome> callable = ServiceTokenTests.this::call;
				for (Future<PlatformOutcome> outcome : threads
					.invokeAll(IntStream.range(0, 50).mapToObj((number) -> callable).toList())) {
					assertThat(outcome.get()).isInstanceOf(PlatformAnswer.class);
				}
			}
			assertThat(tokenRequests()).hasSize(1);
		}

	}

	@Nested
	class WhenThereIsNoToken {

		@Test
		void anErrorOfThePlatformIsTemporary_AGS_022() {
			givesToken(aResponse().withStatus(503).withHeader("Retry-After", "30"));
			assertThat(call()).isEqualTo(
					new PlatformUnavailable(PlatformUnavailable.Kind.FAILED, Duration.ofSeconds(30), null, false));
		}

		@Test
		void aRedirectIsNotFollowed_AGS_026() {
			givesToken(aResponse().withStatus(307).withHeader("Location", PLATFORM.url("/elsewhere")));
			assertThat(call()).isInstanceOf(PlatformRefused.class);
			PLATFORM.verify(0, postRequestedFor(urlPathEqualTo("/elsewhere")));
		}

		@Test
		void aPageInsteadOfATokenIsTemporary() {
			givesToken(aResponse().withStatus(200).withBody("<html>Back soon</html>"));
			assertThat(call())
				.isEqualTo(new PlatformUnavailable(PlatformUnavailable.Kind.UNREADABLE, null, null, false));
		}

		@Test
		void thePlatformIsNotAskedAgainAtOnce_AGS_021() {
			givesToken(aResponse().withStatus(400).withBody("{\"error\":\"invalid_client\"}"));
			call();
			call();
			assertThat(tokenRequests()).hasSize(1);
			ServiceTokenTests.this.clock.advance(ServiceTokens.FAILURE_REMEMBERED);
			call();
			assertThat(tokenRequests()).hasSize(2);
		}

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.platform.ServiceTokenTests#canvasErrors")
		void everyErrorOfCanvasIsARefusal_AGS_021(JsonNode error) {
			givesToken(aResponse().withStatus(error.path("status").intValue()).withBody(error.path("body").toString()));
			boolean scope = "invalid_scope".equals(error.path("body").path("error").asString());
			assertThat(call()).isEqualTo(new PlatformRefused(
					scope ? PlatformRefused.Kind.SCOPE_NOT_GRANTED : PlatformRefused.Kind.TOKEN_REFUSED, null));
		}

	}

	/** Every token exchange recorded with Moodle 4.5. */
	@Nested
	class MoodleAsRecorded {

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.platform.ServiceTokenTests#recorded")
		void isUnderstood(RecordedExchange exchange) {
			givesToken(exchange.answer());
			PlatformOutcome outcome = call();
			if (exchange.status() == 200) {
				assertThat(outcome).isInstanceOf(PlatformAnswer.class);
				String token = JsonMapper.shared().readTree(exchange.answerBody()).path("access_token").stringValue();
				PLATFORM.verify(getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer " + token)));
			}
			else {
				assertThat(outcome).isEqualTo(new PlatformRefused("invalid_scope".equals(exchange.name())
						? PlatformRefused.Kind.SCOPE_NOT_GRANTED : PlatformRefused.Kind.TOKEN_REFUSED, null));
				PLATFORM.verify(0, getRequestedFor(anyUrl()));
			}
		}

	}

	static List<RecordedExchange> recorded() {
		List<RecordedExchange> exchanges = RecordedExchange.of("20-token");
		assertThat(exchanges).hasSize(25);
		List<RecordedExchange> later = RecordedExchange.of("27-verify")
			.stream()
			.filter((exchange) -> exchange.path().equals(TestPlatformCalls.TOKEN_PATH))
			.toList();
		assertThat(later).hasSize(1);
		exchanges.addAll(later);
		return exchanges;
	}

	static List<JsonNode> canvasErrors() {
		return JsonMapper.shared()
			.readTree(ServiceTokenTests.class.getResourceAsStream("/platforms/canvas-token-errors.json"))
			.valueStream()
			.toList();
	}

	private PlatformOutcome call() {
		return this.calls.send(request(registration("a"), Set.of(TestPlatformCalls.SCORE)));
	}

	private static Registration registration(String id) {
		return TestPlatformCalls.registration(PLATFORM.baseUrl(), id, PlatformFamily.MOODLE);
	}

	private static PlatformRequest request(Registration registration, Set<String> scopes) {
		return PlatformRequest.get(new ServiceAccess(registration, "1", scopes), scopes, address(), "a/b");
	}

	private static URI address() {
		return URI.create(PLATFORM.url("/service"));
	}

	private static void givesToken(ResponseDefinitionBuilder answer) {
		PLATFORM.stubFor(post(urlPathEqualTo(TestPlatformCalls.TOKEN_PATH)).willReturn(answer));
	}

	private static List<LoggedRequest> tokenRequests() {
		return PLATFORM.findAll(postRequestedFor(urlPathEqualTo(TestPlatformCalls.TOKEN_PATH)));
	}

	private static Map<String, String> form(LoggedRequest request) {
		return Arrays.stream(request.getBodyAsString().split("&"))
			.map((field) -> field.split("=", 2))
			.collect(Collectors.toMap((field) -> field[0],
					(field) -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
	}

	private static SignedJWT assertion(int number) {
		try {
			return SignedJWT.parse(form(tokenRequests().get(number)).get("client_assertion"));
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
