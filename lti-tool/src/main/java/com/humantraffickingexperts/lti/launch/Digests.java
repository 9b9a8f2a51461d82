package com.humantraffickingexperts.lti.launch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random secrets and what is derived from them, as base64url text. */
final class Digests {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private Digests() {
	}

	/**
	 * A new secret of 256 bits.
	 * @return 43 characters
	 */
	static String newSecret() {
		byte[] secret = new byte[32];
		RANDOM.nextBytes(secret);
		return ENCODER.encodeToString(secret);
	}

	/**
	 * The SHA-256 digest of a text.
	 * @param text any text
	 * @return 43 characters
	 */
	static String sha256(String text) {
		try {
			return ENCODER
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A secret derived from another one for one purpose.
	 * @param secret the secret to derive from
	 * @param purpose what the new secret is for
	 * @return 43 characters
	 */
	static String derived(String secret, String purpose) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return ENCODER.encodeToString(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Compares in constant time.
	 * @param one a text
	 * @param other another text
	 * @return whether they are equal
	 */
	static boolean equal(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
