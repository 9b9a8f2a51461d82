package com.humantraffickingexperts.lti.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/** Calls to a platform's services. */
class PlatformCallsTests {

	@RegisterExtension
	static final WireMockExtension PLATFORM = WireMockExtension.newInstance()
		.options(wireMockConfig().dynamicPort())
		.build();

	private final SteppedClock clock = new SteppedClock();

	private final PlatformCalls calls = TestPlatformCalls.create(new PlainHttp(Duration.ofSeconds(2)), this.clock);

	@BeforeEach
	void thePlatformGivesTokens() {
		PLATFORM.stubFor(post(urlPathEqualTo(TestPlatformCalls.TOKEN_PATH))
			.willReturn(okJson(TestPlatformCalls.tokenJson("secret-token", TestPlatformCalls.SCORE))));
	}

	@Nested
	class ARequest {

		@Test
		void hasExactlyTheMediaTypeThatIsAskedFor() {
			answers(okJson("[]"));
			send(PlatformRequest.get(access(registration()), Set.of(TestPlatformCalls.SCORE), service("/x"),
					"application/vnd.ims.lis.v2.lineitemcontainer+json"));
			assertThat(sent().header("Accept").values())
				.containsExactly("application/vnd.ims.lis.v2.lineitemcontainer+json");
			assertThat(sent().header("Authorization").values()).containsExactly("Bearer secret-token");
		}

		@Test
		void hasExactlyTheContentTypeOfItsBodyAndNothingElse() {
			answers(okJson(""));
			send(PlatformRequest.post(access(registration()), Set.of(TestPlatformCalls.SCORE), service("/x"),
					"application/vnd.ims.lis.v1.score+json", "{}".getBytes(StandardCharsets.UTF_8)));
			assertThat(sent().header("Content-Type").values()).containsExactly("application/vnd.ims.lis.v1.score+json");
			assertThat(sent().containsHeader("Accept")).isFalse();
			assertThat(sent().getBodyAsString()).isEqualTo("{}");
		}

		@Test
		void goesToTheAddressByteForByte() {
			answers(okJson(""));
			send(PlatformRequest.get(access(registration()), Set.of(TestPlatformCalls.SCORE),
					service("/x/a%2Fb%20c?type_id=1&x=%7B1%7D"), "a/b"));
			assertThat(sent().getUrl()).isEqualTo("/x/a%2Fb%20c?type_id=1&x=%7B1%7D");
		}

	}

	@Nested
	class AnAddressThatIsNotThePlatforms {

		@ParameterizedTest
		@ValueSource(strings = { "http://127.0.0.1:1/lineitems", "https://localhost:%d/x", "http://127.0.0.1:%d/x",
				"http://user@localhost:%d/x", "file:///etc/passwd", "gopher://localhost:%d/x", "http://evil.example/x",
				"http://localhost.evil.example:%d/x" })
		void isSentNothing_AGS_051_to_056(String address) {
			URI uri = URI.create(address.replace("%d", Integer.toString(PLATFORM.getPort())));
			PlatformOutcome outcome = send(
					PlatformRequest.get(access(registration()), Set.of(TestPlatformCalls.SCORE), uri, "a/b"));
			assertThat(outcome).isEqualTo(new PlatformRefused(PlatformRefused.Kind.ADDRESS_NOT_TRUSTED, null));
			PLATFORM.verify(0, anyRequestedFor(anyUrl()));
		}

		@Test
		void isSentNothingByARedirect_AGS_057() {
			answers(aResponse().withStatus(302).withHeader("Location", PLATFORM.url("/collect")));
			assertThat(get()).isInstanceOf(PlatformRefused.class);
			PLATFORM.verify(0, anyRequestedFor(urlPathEqualTo("/collect")));
		}

	}

	@Nested
	class AnAnswer {

		@ParameterizedTest
		@ValueSource(ints = { 200, 201, 202, 204 })
		void withAny2xxIsAnAnswer(int status) {
			answers(aResponse().withStatus(status));
			assertThat(get()).isInstanceOf(PlatformAnswer.class);
		}

		@ParameterizedTest
		@CsvSource({ "429, THROTTLED, false", "500, FAILED, true", "502, FAILED, true", "503, FAILED, true",
				"504, FAILED, true", "408, FAILED, true" })
		void thatIsTemporaryIsUnavailability(int status, PlatformUnavailable.Kind kind, boolean perhapsDone) {
			answers(aResponse().withStatus(status));
			assertThat(get()).isInstanceOfSatisfying(PlatformUnavailable.class, (unavailable) -> {
				assertThat(unavailable.kind()).isEqualTo(kind);
				assertThat(unavailable.perhapsDone()).isEqualTo(perhapsDone);
			});
		}

		@Test
		void of403IsAThrottleWhenCanvasSaysSo() {
			answers(aResponse().withStatus(403).withBody("403 Forbidden (Rate Limit Exceeded)\n"));
			assertThat(get()).isInstanceOfSatisfying(PlatformUnavailable.class,
					(unavailable) -> assertThat(unavailable.kind()).isEqualTo(PlatformUnavailable.Kind.THROTTLED));
		}

		@ParameterizedTest
		@ValueSource(ints = { 301, 400, 401, 403, 404, 405, 409, 410, 412, 415, 422 })
		void ofAnyOtherStatusIsARefusal(int status) {
			answers(aResponse().withStatus(status));
			assertThat(get()).isInstanceOfSatisfying(PlatformRefused.class,
					(refused) -> assertThat(refused.kind()).isEqualTo(PlatformRefused.Kind.ANSWERED));
		}

		@ParameterizedTest
		@CsvSource({ "120, 120", "'Mon, 23 Nov 2026 10:05:00 GMT', 299", "'Mon, 23 Nov 2026 09:00:00 GMT', 0",
				"soon, -1", "-5, -1", "99999999999, -1" })
		void maySayWhenToTryAgain(String header, long seconds) {
			answers(aResponse().withStatus(429).withHeader("Retry-After", header));
			assertThat(get()).isInstanceOfSatisfying(PlatformUnavailable.class, (unavailable) -> {
				Duration asked = unavailable.retryAfter();
				assertThat((asked == null) ? -1 : asked.toSeconds()).isEqualTo(seconds);
			});
		}

	}

	@Nested
	class WithoutAnAnswer {

		@Test
		void aBrokenConnectionMayHaveArrived() {
			answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
			assertThat(get())
				.isEqualTo(new PlatformUnavailable(PlatformUnavailable.Kind.UNREACHABLE, null, null, true));
		}

		@Test
		void aHangingPlatformMayHaveDoneIt() {
			answers(aResponse().withFixedDelay(5000));
			assertThat(get()).isEqualTo(new PlatformUnavailable(PlatformUnavailable.Kind.TIMEOUT, null, null, true));
		}

	}

	@Test
	void aDisabledRegistrationIsSentNothing() {
		Registration known = registration();
		Registration disabled = new Registration(known.id(), known.name(), known.issuer(), known.clientId(),
				known.deploymentIds(), known.authorizationEndpoint(), known.tokenEndpoint(), known.tokenAudience(),
				known.jwksUri(), Set.of(), Set.of(), known.unknownDeployments(), false, false, null);
		PlatformOutcome outcome = send(
				PlatformRequest.get(access(disabled), Set.of(TestPlatformCalls.SCORE), service("/x"), "a/b"));
		assertThat(outcome).isEqualTo(new PlatformRefused(PlatformRefused.Kind.REGISTRATION_DISABLED, null));
		PLATFORM.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	void neitherTokensNorBodiesAreLogged_AGS_030() {
		Logger root = (Logger) LoggerFactory.getLogger("com.humantraffickingexperts.lti");
		Level before = root.getLevel();
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		root.addAppender(log);
		root.setLevel(Level.TRACE);
		try {
			answers(aResponse().withStatus(400)
				.withStatusMessage("Incorrect score received{userId:pupil-77}")
				.withBody("pupil-77 <script>"));
			PlatformOutcome outcome = send(PlatformRequest.post(access(registration()), Set.of(TestPlatformCalls.SCORE),
					service("/x?user=pupil-77"), "a/b", "pupil-77".getBytes(StandardCharsets.UTF_8)));
			assertThat(outcome.toString()).doesNotContain("pupil-77");
		}
		finally {
			root.setLevel(before);
			root.detachAppender(log);
		}
		assertThat(log.list).isNotEmpty()
			.allSatisfy((event) -> assertThat(event.getFormattedMessage()).doesNotContain("pupil-77", "secret-token",
					"Bearer", "client_assertion"));
	}

	private PlatformOutcome get() {
		return send(PlatformRequest.get(access(registration()), Set.of(TestPlatformCalls.SCORE), service("/x"), "a/b"));
	}

	private PlatformOutcome send(PlatformRequest request) {
		return this.calls.send(request);
	}

	private static Registration registration() {
		return TestPlatformCalls.registration("http://localhost:" + PLATFORM.getPort(), "a", PlatformFamily.GENERIC);
	}

	private static ServiceAccess access(Registration registration) {
		return new ServiceAccess(registration, "1", Set.of(TestPlatformCalls.SCORE));
	}

	private static URI service(String path) {
		return URI.create("http://localhost:" + PLATFORM.getPort() + path);
	}

	private static void answers(ResponseDefinitionBuilder answer) {
		PLATFORM.stubFor(any(urlPathMatching("/x.*")).willReturn(answer));
	}

	private static LoggedRequest sent() {
		return PLATFORM.findAll(anyRequestedFor(urlPathMatching("/x.*"))).getFirst();
	}

}
