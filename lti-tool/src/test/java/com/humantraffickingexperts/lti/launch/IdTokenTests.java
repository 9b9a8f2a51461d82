package com.humantraffickingexperts.lti.launch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.TestResources;
import com.humantraffickingexperts.lti.TestResources.RecordedLaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdTokenTests {

	private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"k1\"}";

	private static String token(String header, String payload) {
		return base64(header) + "." + base64(payload) + ".c2lnbmF0dXJl";
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static LaunchRefusal refusal(String token) {
		try {
			IdToken.parse(token);
		}
		catch (LaunchRejected ex) {
			return ex.refusal();
		}
		throw new AssertionError("was read: " + token);
	}

	@Nested
	class RealOnes {

		static Stream<RecordedLaunch> launches() {
			return TestResources.moodleLaunches();
		}

		@ParameterizedTest
		@MethodSource("launches")
		void areRead(RecordedLaunch recorded) throws LaunchRejected {
			IdToken token = IdToken.parse(recorded.idToken());
			assertThat(token.claims().keySet()).isEqualTo(recorded.claims().keySet());
			assertThat(token.claims().get("nonce")).isEqualTo(recorded.claims().get("nonce"));
			assertThat(recorded.idToken()).startsWith(token.signedPart());
		}

	}

	@Nested
	class WrongOnes {

		@ParameterizedTest
		@ValueSource(strings = { "", ".", "..", "a.b", "a.b.c.d", "{}", "....................", "a b.c.d" })
		void aTextThatIsNoJwtIsMalformed(String text) {
			assertThat(refusal(text)).isEqualTo(LaunchRefusal.TOKEN_MALFORMED);
		}

		@ParameterizedTest
		@ValueSource(strings = { "null", "[]", "\"x\"", "5", "", "{", "{}{}", "{\"a\":1,}", "{\"a\":1,\"a\":2}" })
		void aPartThatIsNoJsonObjectIsMalformed(String json) {
			assertThat(refusal(token(HEADER, json))).isEqualTo(LaunchRefusal.TOKEN_MALFORMED);
			assertThat(refusal(token(json, "{}"))).isEqualTo(LaunchRefusal.TOKEN_MALFORMED);
		}

		@Test
		void moreThanAnyPlatformSendsIsMalformed() {
			assertThat(refusal(token(HEADER, "{\"a\":\"" + "x".repeat(200_000) + "\"}")))
				.isEqualTo(LaunchRefusal.TOKEN_MALFORMED);
		}

		@ParameterizedTest
		@ValueSource(strings = { "none", "HS256", "RS512", "rs256", "" })
		void anotherAlgorithmIsRefused(String algorithm) {
			assertThat(refusal(token("{\"kid\":\"k1\",\"alg\":\"" + algorithm + "\"}", "{}")))
				.isEqualTo(LaunchRefusal.TOKEN_ALGORITHM);
		}

		@Test
		void aTokenThatDoesNotNameItsKeyIsRefused() {
			assertThat(refusal(token("{\"alg\":\"RS256\"}", "{}"))).isEqualTo(LaunchRefusal.KEY_ID_MISSING);
		}

		@Test
		void aTokenWithoutASignatureIsRefused() {
			assertThat(refusal(base64(HEADER) + "." + base64("{}") + ".")).isEqualTo(LaunchRefusal.TOKEN_ALGORITHM);
		}

		@Test
		void theReasonNeverHoldsWhatWasSent() {
			assertThatExceptionOfType(LaunchRejected.class)
				.isThrownBy(() -> IdToken.parse(token("{\"alg\":\"secret-value\"}", "{}")))
				.satisfies((ex) -> assertThat(ex.facts().toString() + ex.getMessage()).doesNotContain("secret-value"));
		}

	}

	@Nested
	class AnyText {

		static IntStream seeds() {
			return IntStream.range(0, 200);
		}

		@ParameterizedTest
		@MethodSource("seeds")
		void isReadOrRefused(int seed) {
			Random random = new Random(seed);
			for (int i = 0; i < 50; i++) {
				String text = (i % 2 == 0) ? damaged(token(HEADER, "{\"sub\":\"u1\"}"), random) : noise(random);
				try {
					assertThat(IdToken.parse(text).claims()).isNotNull();
				}
				catch (LaunchRejected ex) {
					assertThat(ex.refusal()).isNotNull();
				}
			}
		}

		private static String damaged(String token, Random random) {
			StringBuilder text = new StringBuilder(token);
			for (int i = random.nextInt(4); i >= 0; i--) {
				text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(96)));
			}
			return text.toString();
		}

		private static String noise(Random random) {
			byte[] header = new byte[random.nextInt(60)];
			random.nextBytes(header);
			byte[] payload = new byte[random.nextInt(60)];
			random.nextBytes(payload);
			Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
			return encoder.encodeToString(header) + "." + encoder.encodeToString(payload) + ".x";
		}

	}

}
