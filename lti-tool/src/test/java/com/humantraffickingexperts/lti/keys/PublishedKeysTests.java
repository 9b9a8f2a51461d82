package com.humantraffickingexperts.lti.keys;

import java.net.URI;
import java.time.Instant;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.keys.PlatformKeys.Verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PublishedKeysTests {

	private static final URI ADDRESS = URI.create("https://lms.example/jwks");

	private static PublishedKeys parse(String text) throws PlatformKeysUnavailable {
		return PublishedKeys.parse(ADDRESS, text, Instant.EPOCH);
	}

	private static String k1With(String members) {
		String json = KeyFixtures.publicPart(KeyFixtures.K1);
		return json.substring(0, json.length() - 1) + "," + members + "}";
	}

	@Nested
	class GoodKeys {

		@Test
		void theNamedKeyVerifies() throws PlatformKeysUnavailable {
			PublishedKeys keys = parse(
					KeyFixtures.keySet(KeyFixtures.publicPart(KeyFixtures.K1), KeyFixtures.publicPart(KeyFixtures.K2)));
			assertThat(keys.verify(KeyFixtures.signedBy(KeyFixtures.K1))).isEqualTo(Verification.VALID);
			assertThat(keys.verify(KeyFixtures.signedBy(KeyFixtures.K2))).isEqualTo(Verification.VALID);
			assertThat(keys.verify(KeyFixtures.signedBy(KeyFixtures.OTHER_K1))).isEqualTo(Verification.INVALID);
		}

		@ParameterizedTest
		@ValueSource(strings = { "\"use\":\"sig\"", "\"alg\":\"RS256\"", "\"key_ops\":[\"verify\"]",
				"\"x-unknown\":{\"a\":1}" })
		void whatElseIsSaidOfAKeyMayBeRight(String member) throws PlatformKeysUnavailable {
			assertThat(parse(KeyFixtures.keySet(k1With(member))).verify(KeyFixtures.signedBy(KeyFixtures.K1)))
				.isEqualTo(Verification.VALID);
		}

		@Test
		void twoKeysOfOneNameAreBothTried() throws PlatformKeysUnavailable {
			PublishedKeys keys = parse(KeyFixtures.keySet(KeyFixtures.publicPart(KeyFixtures.OTHER_K1),
					KeyFixtures.publicPart(KeyFixtures.K1)));
			assertThat(keys.verify(KeyFixtures.signedBy(KeyFixtures.K1))).isEqualTo(Verification.VALID);
			assertThat(keys.verify(KeyFixtures.signedBy(KeyFixtures.OTHER_K1))).isEqualTo(Verification.VALID);
		}

		@Test
		void aByteOrderMarkIsNoHindrance() throws PlatformKeysUnavailable {
			assertThat(parse("\uFEFF" + KeyFixtures.keySet(KeyFixtures.publicPart(KeyFixtures.K1)))
				.verify(KeyFixtures.signedBy(KeyFixtures.K1))).isEqualTo(Verification.VALID);
		}

		@Test
		void aPrivateKeyThatIsPublishedStillVerifies() throws PlatformKeysUnavailable {
			assertThat(parse(KeyFixtures.keySet(KeyFixtures.K1.toJSONString()))
				.verify(KeyFixtures.signedBy(KeyFixtures.K1))).isEqualTo(Verification.VALID);
		}

	}

	@Nested
	class BadKeys {

		@ParameterizedTest
		@ValueSource(strings = { "\"use\":\"enc\"", "\"alg\":\"RS512\"", "\"key_ops\":[\"sign\"]" })
		void aKeyForSomethingElseIsPassedOver(String member) throws PlatformKeysUnavailable {
			assertThat(parse(KeyFixtures.keySet(k1With(member))).verify(KeyFixtures.signedBy(KeyFixtures.K1)))
				.isEqualTo(Verification.UNKNOWN_KEY);
		}

		@Test
		void aKeyWithoutANameIsPassedOver() throws PlatformKeysUnavailable {
			RSAKey nameless = new RSAKey.Builder(KeyFixtures.K1).keyID(null).build();
			assertThat(parse(KeyFixtures.keySet(KeyFixtures.publicPart(nameless)))
				.verify(KeyFixtures.signedBy(KeyFixtures.K1))).isEqualTo(Verification.UNKNOWN_KEY);
		}

		@Test
		void aShortKeyIsPassedOver() throws PlatformKeysUnavailable {
			assertThat(parse(KeyFixtures.keySet(KeyFixtures.publicPart(KeyFixtures.WEAK)))
				.verify(KeyFixtures.signedBy(KeyFixtures.WEAK))).isEqualTo(Verification.UNKNOWN_KEY);
		}

		@ParameterizedTest
		@ValueSource(strings = { "AQ", "Ag", "AA", "" })
		void anExponentThatProvesNothingIsPassedOver(String exponent) throws PlatformKeysUnavailable {
			String key = KeyFixtures.publicPart(KeyFixtures.K1).replace("AQAB", exponent);
			assertThat(parse(KeyFixtures.keySet(key)).verify(KeyFixtures.signedBy(KeyFixtures.K1)))
				.isEqualTo(Verification.UNKNOWN_KEY);
		}

		@ParameterizedTest
		@ValueSource(strings = { "null", "5", "\"key\"", "[]", "{}", "{\"kty\":\"RSA\",\"kid\":\"k1\"}",
				"{\"kty\":\"oct\",\"kid\":\"k1\",\"k\":\"c2VjcmV0\"}", "{\"kty\":5,\"kid\":\"k1\"}",
				"{\"kty\":\"RSA\",\"kid\":\"k1\",\"n\":\"!!\",\"e\":\"AQAB\"}" })
		void anUnusableKeyNeverHidesAGoodOne(String bad) throws PlatformKeysUnavailable {
			assertThat(parse(KeyFixtures.keySet(bad, KeyFixtures.publicPart(KeyFixtures.K1)))
				.verify(KeyFixtures.signedBy(KeyFixtures.K1))).isEqualTo(Verification.VALID);
		}

		@Test
		void onlyOneAlgorithmVerifies() throws PlatformKeysUnavailable {
			PublishedKeys keys = parse(KeyFixtures.keySet(KeyFixtures.publicPart(KeyFixtures.K1)));
			assertThat(keys.verify(KeyFixtures.signed(KeyFixtures.K1, JWSAlgorithm.RS512)))
				.isEqualTo(Verification.INVALID);
			assertThat(keys.verify(KeyFixtures.signed(KeyFixtures.K1, JWSAlgorithm.PS256)))
				.isEqualTo(Verification.INVALID);
		}

	}

	@Nested
	class NoKeySet {

		@ParameterizedTest
		@ValueSource(
				strings = { "", "null", "[]", "5", "{}", "{\"keys\":{}}", "{\"keys\":null}", "<html>", "{\"keys\":[" })
		void isSaidToBeUnavailable(String text) {
			assertThatExceptionOfType(PlatformKeysUnavailable.class).isThrownBy(() -> parse(text));
		}

	}

}
