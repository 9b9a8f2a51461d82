package com.humantraffickingexperts.lti.dynamicregistration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of 256 bits that travels in a link or a form. The database holds its digest
 * only, and what it seals: neither the database nor the page alone gives it away.
 */
final class LinkSecret {

	private static final int BYTES = 32;

	private static final int TAG_BITS = 128;

	/** Each secret seals once, so that the vector may always be the same. */
	private static final byte[] VECTOR = new byte[12];

	private static final SecureRandom RANDOM = new SecureRandom();

	private final byte[] bytes;

	private LinkSecret(byte[] bytes) {
		this.bytes = bytes;
	}

	static LinkSecret fresh() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new LinkSecret(bytes);
	}

	/**
	 * Reads a secret.
	 * @param text what may be one
	 * @return the secret, or empty when no secret looks like that
	 */
	static Optional<LinkSecret> of(String text) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(text);
			return (bytes.length == BYTES) ? Optional.of(new LinkSecret(bytes)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The secret as it travels.
	 * @return 43 characters that are safe in a path
	 */
	String text() {
		return encoded(this.bytes);
	}

	/**
	 * The secret as it is stored.
	 * @return 43 characters from which it cannot be told
	 */
	String digest() {
		return encoded(sha256("digest"));
	}

	String seal(String text) {
		return encoded(crypt(Cipher.ENCRYPT_MODE, text.getBytes(StandardCharsets.UTF_8)));
	}

	String unseal(String sealed) {
		return new String(crypt(Cipher.DECRYPT_MODE, Base64.getUrlDecoder().decode(sealed)), StandardCharsets.UTF_8);
	}

	private byte[] crypt(int mode, byte[] data) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, new SecretKeySpec(sha256("seal"), "AES"), new GCMParameterSpec(TAG_BITS, VECTOR));
			return cipher.doFinal(data);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("What the link's secret sealed cannot be opened", ex);
		}
	}

	private byte[] sha256(String purpose) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(purpose.getBytes(StandardCharsets.UTF_8));
			return digest.digest(this.bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
