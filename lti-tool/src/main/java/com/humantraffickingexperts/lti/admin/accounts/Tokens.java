package com.humantraffickingexperts.lti.admin.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The secrets in one-time links. Only their digests are stored. */
final class Tokens {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private Tokens() {
	}

	/**
	 * A new secret of 256 bits.
	 * @return 43 characters
	 */
	static String next() {
		byte[] secret = new byte[32];
		RANDOM.nextBytes(secret);
		return ENCODER.encodeToString(secret);
	}

	/**
	 * What is stored of a secret.
	 * @param token the secret
	 * @return 43 characters
	 */
	static String digest(String token) {
		try {
			return ENCODER
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
