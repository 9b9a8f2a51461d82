package com.humantraffickingexperts.lti.admin.accounts;

import java.util.Objects;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id hashes, with the second of the options that
 * <a href="https://www.rfc-editor.org/rfc/rfc9106#section-4">RFC 9106</a> recommends:
 * three passes over 64 MiB, four lanes, salts of 128 and tags of 256 bits.
 */
@Component
class Passwords {

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 4;

	private static final int KIBIBYTES = 64 * 1024;

	private static final int PASSES = 3;

	/** A flood of attempts waits; it does not take all memory (deploy/jvm.options). */
	private final Semaphore atOnce = new Semaphore(1, true);

	private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES,
			PASSES);

	/**
	 * What an attempt is compared with when there is no account: it takes as long. The
	 * password is random and forgotten; made at every start, the hash would cost each of
	 * them a second and 64 MiB.
	 */
	static final String NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$b+K1AvRLCd63AD25+HAp1g$nitGwCNlKKjVnBZCLZ4QzLzXsRbzPXYOlPk9boCWEmY";

	final String hash(String password) {
		this.atOnce.acquireUninterruptibly();
		try {
			return Objects.requireNonNull(this.encoder.encode(password));
		}
		finally {
			this.atOnce.release();
		}
	}

	/**
	 * Compares a password, in the same time whether there is one or not.
	 * @param password what was typed
	 * @param hash what is stored, or null when there is no account or no password
	 * @return whether it is the one
	 */
	boolean matches(String password, @Nullable String hash) {
		this.atOnce.acquireUninterruptibly();
		try {
			return this.encoder.matches(password, (hash != null) ? hash : NOBODY) && hash != null;
		}
		finally {
			this.atOnce.release();
		}
	}

	boolean outdated(String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

}
