package com.humantraffickingexperts.lti.learning;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.keys.ToolSecrets;

/**
 * Encrypts what learners write for themselves, with AES-256-GCM and a key for each
 * attempt. Nobody who reads the database alone can read it, and nothing can be moved to
 * another attempt or another reflection.
 */
@Component
class ReflectionSeal {

	private static final int VECTOR_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final ToolSecrets secrets;

	ReflectionSeal(ToolSecrets secrets) {
		this.secrets = secrets;
	}

	String seal(String text, AttemptId attempt, String reflection) {
		byte[] vector = new byte[VECTOR_BYTES];
		RANDOM.nextBytes(vector);
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, vector, attempt, reflection)
				.doFinal(text.getBytes(StandardCharsets.UTF_8));
			byte[] sealed = Arrays.copyOf(vector, VECTOR_BYTES + encrypted.length);
			System.arraycopy(encrypted, 0, sealed, VECTOR_BYTES, encrypted.length);
			return Base64.getEncoder().encodeToString(sealed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A reflection cannot be encrypted", ex);
		}
	}

	String open(String sealed, AttemptId attempt, String reflection) {
		byte[] bytes = Base64.getDecoder().decode(sealed);
		try {
			return new String(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, VECTOR_BYTES), attempt, reflection)
				.doFinal(bytes, VECTOR_BYTES, bytes.length - VECTOR_BYTES), StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A reflection was changed, or the tool's master secret was", ex);
		}
	}

	private Cipher cipher(int mode, byte[] vector, AttemptId attempt, String reflection)
			throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, new SecretKeySpec(this.secrets.derived("learning reflections " + attempt.value()), "AES"),
				new GCMParameterSpec(TAG_BITS, vector));
		cipher.updateAAD(reflection.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
