package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A platform's public key, given once and by hand where the platform publishes no key
 * set. In a registration it stands in the place of the key set's address, as an address
 * that holds what it points to (<a href="https://www.rfc-editor.org/rfc/rfc2397">RFC
 * 2397</a>). It verifies whatever its platform signs, under any {@code kid}, until
 * another is given.
 */
public final class GivenKey {

	private static final String SCHEME = "data";

	private static final String ADDRESS = SCHEME + ":application/octet-stream;base64,";

	private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";

	private static final String END = "-----END PUBLIC KEY-----";

	private static final int SMALLEST_MODULUS = 2048;

	/** What fits into an address of a thousand characters. */
	private static final int LARGEST_MODULUS = 4096;

	private GivenKey() {
	}

	/**
	 * Whether somebody entered a key of any kind, and no address.
	 * @param text what was entered
	 * @return true when it looks like PEM
	 */
	public static boolean isMeant(@Nullable String text) {
		return text != null && text.strip().startsWith("-----BEGIN");
	}

	/**
	 * The address that stands for a key.
	 * @param pem an RSA public key of 2048 to 4096 bits, as
	 * <a href="https://www.rfc-editor.org/rfc/rfc7468#section-13">RFC 7468, 13</a> writes
	 * it; line breaks may be missing
	 * @return its address; empty when it is anything else
	 */
	public static Optional<URI> address(String pem) {
		String text = pem.strip();
		if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
			return Optional.empty();
		}
		String content = text.substring(BEGIN.length(), text.length() - END.length()).replaceAll("\\s", "");
		return decoded(content).filter(GivenKey::fits)
			.map((key) -> URI.create(ADDRESS + Base64.getEncoder().encodeToString(key.getEncoded())));
	}

	/**
	 * The key in an address.
	 * @param keySet where a platform's keys are
	 * @return the key; empty when they are at an address elsewhere
	 */
	public static Optional<RSAPublicKey> at(URI keySet) {
		return SCHEME.equals(keySet.getScheme()) ? decoded(content(keySet)).filter(GivenKey::fits) : Optional.empty();
	}

	/**
	 * What was entered for an address.
	 * @param keySet where a platform's keys are
	 * @return the key as PEM in one line, or the address itself
	 */
	public static String entered(URI keySet) {
		return SCHEME.equals(keySet.getScheme()) ? BEGIN + content(keySet) + END : keySet.toString();
	}

	/**
	 * A short name for people.
	 * @param keySet where a platform's keys are
	 * @return the key's fingerprint, such as {@code SHA256:…}, or the address itself
	 */
	public static String named(URI keySet) {
		if (!SCHEME.equals(keySet.getScheme())) {
			return keySet.toString();
		}
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(content(keySet)));
			return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String content(URI keySet) {
		String text = keySet.toString();
		return text.substring(text.indexOf(',') + 1);
	}

	private static Optional<RSAPublicKey> decoded(String content) {
		try {
			return (KeyFactory.getInstance("RSA")
				.generatePublic(
						new X509EncodedKeySpec(Base64.getDecoder().decode(content))) instanceof RSAPublicKey key)
								? Optional.of(key) : Optional.empty();
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static boolean fits(RSAPublicKey key) {
		int bits = key.getModulus().bitLength();
		return bits >= SMALLEST_MODULUS && bits <= LARGEST_MODULUS;
	}

}
