package com.humantraffickingexperts.lti.platform;

import java.util.List;
import java.util.Set;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.humantraffickingexperts.lti.platform.TokenProbe.State;
import com.humantraffickingexperts.lti.platform.TokenProbe.TokenReport;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

class TokenProbeTests {

	@RegisterExtension
	static final WireMockExtension PLATFORM = WireMockExtension.newInstance()
		.options(wireMockConfig().dynamicPort())
		.build();

	private final SteppedClock clock = new SteppedClock();

	private TokenReport ask(@Nullable String deployment) {
		PlainHttp http = new PlainHttp();
		Registration registration = TestPlatformCalls.registration(PLATFORM.baseUrl(), "a", PlatformFamily.MOODLE);
		return new AskingTokenProbe(http, new TokenEndpoint(http, TestPlatformCalls.signing(), this.clock), this.clock)
			.ask(registration, deployment, Set.of(TestPlatformCalls.SCORE));
	}

	private static void answers(ResponseDefinitionBuilder answer) {
		PLATFORM.stubFor(post(anyUrl()).willReturn(answer));
	}

	@Nested
	class MoodleAsRecorded {

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.platform.TokenProbeTests#recorded")
		void isReportedWithItsOwnWords(RecordedExchange exchange) {
			answers(exchange.answer());
			TokenReport report = ask("1");
			assertThat(report.status()).isEqualTo(exchange.status());
			if (exchange.status() == 200) {
				assertThat(report.state()).isEqualTo(State.GRANTED);
				assertThat(report.granted()).isNotEmpty();
			}
			else {
				assertThat(report.state())
					.isEqualTo("invalid_scope".equals(exchange.name()) ? State.SCOPE_REFUSED : State.REFUSED);
				assertThat(report.granted()).isEmpty();
				String words = String.valueOf((report.error() == null) ? report.description() : report.error());
				assertThat(words).isNotBlank();
				assertThat(exchange.answerBody()).containsIgnoringWhitespaces(words);
			}
		}

	}

	static List<RecordedExchange> recorded() {
		List<RecordedExchange> exchanges = RecordedExchange.of("20-token");
		assertThat(exchanges).hasSize(25);
		return exchanges;
	}

	@Nested
	class AnAnswer {

		@Test
		void thatAsksToSlowDownIsNoRefusal() {
			answers(aResponse().withStatus(403).withBody("403 Forbidden (Rate Limit Exceeded)"));
			assertThat(ask("1").state()).isEqualTo(State.THROTTLED);
		}

		@Test
		void thatIsAPageIsUnreadable() {
			answers(aResponse().withBody("<html>Back soon</html>"));
			assertThat(ask("1").state()).isEqualTo(State.UNREADABLE);
		}

		@Test
		void ofAFailingPlatformIsItsFailure() {
			answers(aResponse().withStatus(502));
			assertThat(ask("1").state()).isEqualTo(State.FAILED);
		}

		@Test
		void withALongStoryIsShortened() {
			answers(aResponse().withStatus(400)
				.withBody("{\"error\":\"invalid_client\",\"error_description\":\"" + "x\\n".repeat(500) + "\"}"));
			assertThat(String.valueOf(ask("1").description())).hasSizeLessThanOrEqualTo(200).doesNotContain("\n");
		}

	}

	@Nested
	class TheRequest {

		@Test
		void isMadeAnewEachTime() {
			answers(okJson(TestPlatformCalls.tokenJson("t", TestPlatformCalls.SCORE)));
			ask("1");
			ask("1");
			PLATFORM.verify(2, postRequestedFor(anyUrl()));
		}

		@Test
		void namesNoDeploymentWhereNoneIsKnown() throws Exception {
			answers(okJson(TestPlatformCalls.tokenJson("t", TestPlatformCalls.SCORE)));
			ask(null);
			String body = PLATFORM.findAll(postRequestedFor(anyUrl())).getFirst().getBodyAsString();
			String assertion = body.replaceFirst(".*client_assertion=([^&]+).*", "$1");
			assertThat(SignedJWT.parse(assertion).getJWTClaimsSet().getClaims())
				.doesNotContainKey(ClientAssertion.DEPLOYMENT);
		}

	}

}
