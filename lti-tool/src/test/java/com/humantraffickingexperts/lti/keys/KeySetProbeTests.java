package com.humantraffickingexperts.lti.keys;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.JOSEException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.keys.KeySetProbe.KeySetReport;
import com.humantraffickingexperts.lti.keys.KeySetProbe.SeenKey;
import com.humantraffickingexperts.lti.keys.KeySetProbe.State;
import com.humantraffickingexperts.lti.platform.PlainHttp;
import com.humantraffickingexperts.lti.registration.GivenKey;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

class KeySetProbeTests {

	@RegisterExtension
	static final WireMockExtension PLATFORM = WireMockExtension.newInstance()
		.options(wireMockConfig().dynamicPort())
		.build();

	private final SettableClock clock = new SettableClock();

	private KeySetReport look() {
		return new FetchingKeySetProbe(new PlainHttp(), this.clock)
			.look(URI.create(PLATFORM.baseUrl() + "/mod/lti/certs.php"));
	}

	private static String date(Instant instant) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
	}

	@Nested
	class MoodleAsRecorded {

		@Test
		void publishesOneUsableKey() {
			String recorded = JsonMapper.shared()
				.readTree(KeySetProbeTests.class.getResourceAsStream("/recordings/moodle-4.5/03-platform-jwks.json"))
				.path("body")
				.toString();
			PLATFORM.stubFor(get(anyUrl()).willReturn(okJson(recorded)));
			KeySetReport report = look();
			assertThat(report.state()).isEqualTo(State.READ);
			assertThat(report.keys()).containsExactly(new SeenKey("04457f684bc902a84994", "RSA", "RS256", 2048, true));
		}

	}

	@Nested
	class AKeyThatWasGiven {

		@Test
		void isShownWithoutAskingAnybody() throws JOSEException {
			URI given = GivenKey
				.address("-----BEGIN PUBLIC KEY-----"
						+ Base64.getEncoder().encodeToString(KeyFixtures.K1.toRSAPublicKey().getEncoded())
						+ "-----END PUBLIC KEY-----")
				.orElseThrow();
			KeySetReport report = new FetchingKeySetProbe(new PlainHttp(), KeySetProbeTests.this.clock).look(given);
			assertThat(report.state()).isEqualTo(State.GIVEN);
			assertThat(report.keys()).containsExactly(new SeenKey(null, "RSA", null, 2048, true));
		}

	}

	@Nested
	class AKeySet {

		@Test
		void showsUnusableKeysToo() {
			PLATFORM.stubFor(get(anyUrl()).willReturn(okJson("""
					{"keys":[{"kty":"oct","k":"AAAA","kid":"s"},{"kty":"nonsense"},7]}""")));
			assertThat(look().keys()).hasSize(3).noneMatch(SeenKey::usable);
		}

		@Test
		void thatIsAPageIsUnreadable() {
			PLATFORM.stubFor(get(anyUrl()).willReturn(aResponse().withBody("<html>Sign in</html>")));
			assertThat(look().state()).isEqualTo(State.UNREADABLE);
		}

		@Test
		void thatIsNotThereIsRefusedWithItsStatus() {
			PLATFORM.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
			assertThat(look().state()).isEqualTo(State.REFUSED);
			assertThat(look().status()).isEqualTo(503);
		}

		@Test
		void thatNobodyServesIsUnreachable() {
			assertThat(
					new FetchingKeySetProbe(new PlainHttp(), this.clock()).look(URI.create("http://127.0.0.1:1/jwks"))
						.state())
				.isEqualTo(State.UNREACHABLE);
		}

		private SettableClock clock() {
			return KeySetProbeTests.this.clock;
		}

	}

	@Nested
	class TheClock {

		@Test
		void isReadFromTheDate() {
			Instant platform = KeySetProbeTests.this.clock.instant().plus(Duration.ofMinutes(10));
			PLATFORM.stubFor(get(anyUrl()).willReturn(okJson("{\"keys\":[]}").withHeader("Date", date(platform))));
			assertThat(look().ahead()).isBetween(Duration.ofSeconds(599), Duration.ofSeconds(601));
		}

		@Test
		void ofACachedAnswerIsCorrectedByItsAge() {
			Instant cached = KeySetProbeTests.this.clock.instant().minus(Duration.ofMinutes(10));
			PLATFORM.stubFor(get(anyUrl())
				.willReturn(okJson("{\"keys\":[]}").withHeader("Date", date(cached)).withHeader("Age", "600")));
			assertThat(look().ahead()).isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(1));
		}

		@Test
		void isUnknownWithoutAUsableDate() {
			PLATFORM.stubFor(get(anyUrl()).willReturn(okJson("{\"keys\":[]}").withHeader("Date", "yesterday")));
			assertThat(look().ahead()).isNull();
		}

	}

}
