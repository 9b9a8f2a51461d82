package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GivenKeyTests {

	private static final KeyPair PAIR = pair("RSA", 2048);

	private static final URI KEY_SET = URI.create("https://lms.example/keys");

	private static KeyPair pair(String algorithm, int bits) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
			generator.initialize(bits);
			return generator.generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(String kind, Key key) {
		return "-----BEGIN " + kind + "-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key.getEncoded()) + "\n-----END " + kind
				+ "-----\n";
	}

	private static String good() {
		return pem("PUBLIC KEY", PAIR.getPublic());
	}

	@Nested
	class APublicKey {

		@ParameterizedTest
		@ValueSource(strings = { "\n", "\r\n", "", " ", "\n\n  " })
		void isReadHoweverItsLinesAreBroken(String between) {
			URI address = GivenKey.address("  " + good().replace("\n", between)).orElseThrow();
			assertThat(GivenKey.at(address)).contains((RSAPublicKey) PAIR.getPublic());
		}

		@Test
		void isShownAsItWasEnteredInOneLine() {
			URI address = GivenKey.address(good()).orElseThrow();
			assertThat(GivenKey.entered(address)).isEqualTo(good().replace("\n", ""));
			assertThat(GivenKey.address(GivenKey.entered(address))).contains(address);
		}

		@Test
		void isNamedByItsFingerprint() {
			URI address = GivenKey.address(good()).orElseThrow();
			assertThat(GivenKey.named(address)).matches("SHA256:[A-Za-z0-9+/]{43}");
		}

		@Test
		void fitsIntoTheColumnOfAddressesUpTo4096Bits() {
			String large = pem("PUBLIC KEY", pair("RSA", 4096).getPublic());
			assertThat(GivenKey.address(large).orElseThrow().toString()).hasSizeLessThan(1000);
		}

	}

	@Nested
	class Refused {

		@Test
		void areKeysThatAreTooSmallOrTooLarge() {
			assertThat(GivenKey.address(pem("PUBLIC KEY", pair("RSA", 1024).getPublic()))).isEmpty();
			assertThat(GivenKey.address(pem("PUBLIC KEY", pair("RSA", 4104).getPublic()))).isEmpty();
		}

		@Test
		void areOtherKinds() {
			assertThat(GivenKey.address(pem("PUBLIC KEY", pair("EC", 256).getPublic()))).isEmpty();
			assertThat(GivenKey.address(pem("PRIVATE KEY", PAIR.getPrivate()))).isEmpty();
			assertThat(GivenKey.address(pem("PUBLIC KEY", PAIR.getPrivate()))).isEmpty();
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "-----BEGIN PUBLIC KEY-----", "-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----",
				"-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----",
				"-----BEGIN PUBLIC KEY-----ö-----END PUBLIC KEY-----", "https://lms.example/keys" })
		void isWhatIsNoKey(String text) {
			assertThat(GivenKey.address(text)).isEmpty();
		}

		@Test
		void isAnAddressThatHoldsSomethingElse() {
			assertThat(GivenKey.at(URI.create("data:application/octet-stream;base64,AAAA"))).isEmpty();
			assertThat(GivenKey.at(URI.create("data:,"))).isEmpty();
		}

	}

	@Test
	void anAddressOfAKeySetStaysWhatItIs() {
		assertThat(GivenKey.at(KEY_SET)).isEmpty();
		assertThat(GivenKey.entered(KEY_SET)).isEqualTo(KEY_SET.toString());
		assertThat(GivenKey.named(KEY_SET)).isEqualTo(KEY_SET.toString());
		assertThat(GivenKey.isMeant(KEY_SET.toString())).isFalse();
		assertThat(GivenKey.isMeant(null)).isFalse();
		assertThat(GivenKey.isMeant(" -----BEGIN RSA PRIVATE KEY-----")).isTrue();
	}

}
