package com.humantraffickingexperts.lti.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Ids of 32 hexadecimal digits.
 * <p>
 * What a platform names (a user, a context, a resource link) gets an id derived from the
 * platform's own identifiers: it is known without asking the database, and it differs as
 * soon as one byte differs, whatever the collation of the database ignores.
 */
public final class Ids {

	private static final int BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Ids() {
	}

	/**
	 * The id of something that others name.
	 * @param kind what is named, so that equal names of different things differ
	 * @param parts the identifiers, in order; compared byte for byte
	 * @return 32 hexadecimal digits, the same for the same input
	 */
	public static String derived(String kind, String... parts) {
		MessageDigest digest = sha256();
		update(digest, kind);
		for (String part : parts) {
			update(digest, part);
		}
		return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
	}

	/**
	 * A new id that grows with time, so that rows lie in the order in which they came.
	 * @param now the present
	 * @return 32 hexadecimal digits: 48 bits of milliseconds, 80 bits of chance
	 */
	public static String inTimeOrder(Instant now) {
		byte[] random = new byte[10];
		RANDOM.nextBytes(random);
		byte[] id = ByteBuffer.allocate(BYTES + 2).putLong(now.toEpochMilli()).put(random).array();
		return HexFormat.of().formatHex(id, 2, BYTES + 2);
	}

	/**
	 * The smallest id that {@link #inTimeOrder} can make at an instant.
	 * @param at the instant
	 * @return 32 hexadecimal digits
	 */
	public static String earliest(Instant at) {
		return HexFormat.of()
			.formatHex(ByteBuffer.allocate(BYTES + 2).putLong(at.toEpochMilli()).array(), 2, BYTES + 2);
	}

	private static void update(MessageDigest digest, String part) {
		byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
		digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
		digest.update(bytes);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
