package com.humantraffickingexperts.lti.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the tool keeps secret in the database, with AES-256-GCM and a key that is
 * not in the database. What is stored names the key with which it was encrypted, so that
 * the key can be changed.
 */
@Component
class KeyProtection {

	private static final Logger logger = LoggerFactory.getLogger(KeyProtection.class);

	private static final Pattern SEALED = Pattern.compile("aes256gcm:([0-9a-f]{16}):([A-Za-z0-9_-]+)");

	private static final int KEY_BYTES = 32;

	private static final int VECTOR_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	/** By name; the one that encrypts is first. */
	private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

	private final @Nullable String current;

	KeyProtection(KeysSettings settings) {
		String configured = settings.encryptionKey();
		this.current = (configured == null || configured.isBlank()) ? null
				: add(configured, "htmse.keys.encryption-key");
		settings.formerEncryptionKeys().forEach((former) -> add(former, "htmse.keys.former-encryption-keys"));
		if (this.current == null) {
			logger.warn("The tool's private keys are stored unprotected: set htmse.keys.encryption-key "
					+ "(openssl rand -base64 32) to encrypt them in the database and its backups");
		}
	}

	private String add(String text, String setting) {
		byte[] key;
		try {
			key = Base64.getDecoder().decode(text.strip());
		}
		catch (IllegalArgumentException ex) {
			key = new byte[0];
		}
		if (key.length != KEY_BYTES) {
			throw new IllegalArgumentException(
					setting + " must be 32 bytes as base64, as \"openssl rand -base64 32\" makes them");
		}
		String name = name(key);
		this.keys.put(name, new SecretKeySpec(key, "AES"));
		return name;
	}

	private static String name(byte[] key) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update("htmse encryption key".getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key), 8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whether new secrets are encrypted.
	 * @return false when no key is configured
	 */
	boolean on() {
		return this.current != null;
	}

	/**
	 * Whether something stored is as well protected as the settings ask for.
	 * @param stored what is in the database
	 * @return false when it should be stored anew
	 */
	boolean upToDate(String stored) {
		Matcher sealed = SEALED.matcher(stored);
		return this.current == null || (sealed.matches() && this.current.equals(sealed.group(1)));
	}

	static boolean isSealed(String stored) {
		return SEALED.matcher(stored).matches();
	}

	/**
	 * What to store of a secret.
	 * @param secret the secret
	 * @param place where it is stored; it can be opened nowhere else
	 * @return the encrypted secret, or the secret itself when no key is configured
	 */
	String seal(String secret, String place) {
		if (this.current == null) {
			return secret;
		}
		byte[] vector = new byte[VECTOR_BYTES];
		RANDOM.nextBytes(vector);
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, this.current, vector, place)
				.doFinal(secret.getBytes(StandardCharsets.UTF_8));
			byte[] bytes = Arrays.copyOf(vector, VECTOR_BYTES + encrypted.length);
			System.arraycopy(encrypted, 0, bytes, VECTOR_BYTES, encrypted.length);
			return "aes256gcm:" + this.current + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A secret cannot be encrypted", ex);
		}
	}

	/**
	 * The secret that is stored.
	 * @param stored what is in the database, encrypted or not
	 * @param place where it was found
	 * @return the secret
	 * @throws IllegalStateException when it was encrypted with a key that is not
	 * configured, or is not what was stored there
	 */
	String open(String stored, String place) {
		Matcher sealed = SEALED.matcher(stored);
		if (!sealed.matches()) {
			return stored;
		}
		String name = sealed.group(1);
		if (!this.keys.containsKey(name)) {
			throw new IllegalStateException("The database holds " + place + " encrypted with a key (" + name
					+ ") that is not configured: give it as htmse.keys.encryption-key, or, where that is a newer "
					+ "key, among htmse.keys.former-encryption-keys");
		}
		byte[] bytes = Base64.getUrlDecoder().decode(sealed.group(2));
		try {
			return new String(cipher(Cipher.DECRYPT_MODE, name, Arrays.copyOf(bytes, VECTOR_BYTES), place)
				.doFinal(bytes, VECTOR_BYTES, bytes.length - VECTOR_BYTES), StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("What the database holds as " + place + " was changed", ex);
		}
	}

	private Cipher cipher(int mode, String name, byte[] vector, String place) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.keys.get(name), new GCMParameterSpec(TAG_BITS, vector));
		cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
