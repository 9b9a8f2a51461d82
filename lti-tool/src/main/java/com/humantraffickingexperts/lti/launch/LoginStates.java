package com.humantraffickingexperts.lti.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.keys.ToolSecrets;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Seals and opens {@link LoginState} with AES-256-GCM: opaque to the platform, authentic
 * to every node. Each day has a key of its own, so that no key seals more than is safe
 * with random initialisation vectors.
 */
@Component
class LoginStates {

	private static final byte VERSION = 1;

	private static final int VECTOR_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final int HEAD_BYTES = 1 + Integer.BYTES + VECTOR_BYTES;

	private static final int LONGEST = 2000;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final ToolSecrets secrets;

	private final ConcurrentMap<Integer, SecretKeySpec> keys = new ConcurrentHashMap<>();

	LoginStates(ToolSecrets secrets) {
		this.secrets = secrets;
	}

	String seal(LoginState state) {
		try {
			int day = Math.toIntExact(state.startedAt().getEpochSecond() / ChronoUnit.DAYS.getDuration().toSeconds());
			byte[] vector = new byte[VECTOR_BYTES];
			RANDOM.nextBytes(vector);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			DataOutputStream head = new DataOutputStream(bytes);
			head.writeByte(VERSION);
			head.writeInt(day);
			head.write(vector);
			Cipher cipher = cipher(Cipher.ENCRYPT_MODE, day, vector);
			cipher.updateAAD(bytes.toByteArray());
			head.write(cipher.doFinal(write(state)));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("A login state cannot be sealed", ex);
		}
	}

	Optional<LoginState> open(String sealed) {
		if (sealed.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(sealed);
			if (bytes.length <= HEAD_BYTES || bytes[0] != VERSION) {
				return Optional.empty();
			}
			DataInputStream head = new DataInputStream(new ByteArrayInputStream(bytes));
			head.readByte();
			int day = head.readInt();
			byte[] vector = head.readNBytes(VECTOR_BYTES);
			Cipher cipher = cipher(Cipher.DECRYPT_MODE, day, vector);
			cipher.updateAAD(bytes, 0, HEAD_BYTES);
			return Optional.of(read(cipher.doFinal(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES)));
		}
		catch (GeneralSecurityException | IllegalArgumentException | IOException ex) {
			return Optional.empty();
		}
	}

	private Cipher cipher(int mode, int day, byte[] vector) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key(day), new GCMParameterSpec(TAG_BITS, vector));
		return cipher;
	}

	private SecretKeySpec key(int day) {
		SecretKeySpec known = this.keys.get(day);
		if (known != null) {
			return known;
		}
		SecretKeySpec key = new SecretKeySpec(this.secrets.derived("login-state:" + day), "AES");
		if (this.keys.size() > 4) {
			this.keys.clear();
		}
		this.keys.put(day, key);
		return key;
	}

	private static byte[] write(LoginState state) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeUTF(state.registration().value());
			out.writeUTF(state.nonce());
			out.writeUTF(state.flow());
			out.writeUTF(state.bindingDigest());
			out.writeUTF(state.targetDigest());
			out.writeUTF((state.deploymentDigest() == null) ? "" : state.deploymentDigest());
			out.writeUTF((state.storageTarget() == null) ? "" : state.storageTarget());
			out.writeLong(state.startedAt().toEpochMilli());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static LoginState read(byte[] bytes) throws IOException {
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
		RegistrationId registration = new RegistrationId(in.readUTF());
		String nonce = in.readUTF();
		String flow = in.readUTF();
		String binding = in.readUTF();
		String target = in.readUTF();
		String deployment = in.readUTF();
		String storage = in.readUTF();
		Instant startedAt = Instant.ofEpochMilli(in.readLong());
		return new LoginState(registration, nonce, flow, binding, target, deployment.isEmpty() ? null : deployment,
				storage.isEmpty() ? null : storage, startedAt);
	}

}
