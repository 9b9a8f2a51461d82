package com.humantraffickingexperts.lti.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.keys.JdbcSigningKeys.StoredKey;
import com.humantraffickingexperts.lti.keys.SigningKey.State;

/**
 * Changes the signing key without anything in flight being refused: what signs next was
 * published long before, and what signed last stays published. The private part of a key
 * that retires is destroyed.
 */
@Component
class SigningKeyRotation implements ToolKeyRing {

	private static final Logger logger = LoggerFactory.getLogger(SigningKeyRotation.class);

	private final JdbcSigningKeys stored;

	private final StoredToolKeys keys;

	private final KeyProtection protection;

	private final TransactionOperations transactions;

	private final Clock clock;

	SigningKeyRotation(JdbcSigningKeys stored, StoredToolKeys keys, KeyProtection protection,
			TransactionOperations transactions, Clock clock) {
		this.stored = stored;
		this.keys = keys;
		this.protection = protection;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public List<SigningKey> keys() {
		return this.stored.all().stream().map(StoredKey::described).toList();
	}

	@Override
	public boolean encrypted() {
		return this.protection.on();
	}

	@Override
	public Outcome rotateNow() {
		List<StoredKey> all = this.stored.all();
		Optional<StoredKey> current = one(all, State.CURRENT);
		Optional<StoredKey> next = one(all, State.NEXT);
		if (current.isEmpty() || next.isEmpty()) {
			return Outcome.ALREADY_DONE;
		}
		Instant now = this.clock.instant();
		if (now.isBefore(next.get().createdAt().plus(SigningKey.PUBLISHED_BEFORE))) {
			return Outcome.NEXT_TOO_NEW;
		}
		this.keys.refresh();
		String kid = current.get().kid();
		String publicPart = this.keys.ring().key(kid).toPublicJWK().toJSONString();
		boolean done = changed(() -> this.stored.retire(kid, publicPart, now), next.get(), now);
		if (done) {
			logger.info("The signing key {} retires, {} signs", kid, next.get().kid());
		}
		return done ? Outcome.ROTATED : Outcome.ALREADY_DONE;
	}

	@Override
	public boolean revoke(String kid) {
		List<StoredKey> all = this.stored.all();
		Optional<StoredKey> key = all.stream().filter((one) -> one.kid().equals(kid)).findFirst();
		if (key.isEmpty()) {
			return false;
		}
		StoredKey next = one(all, State.NEXT).orElse(null);
		boolean done = changed(() -> this.stored.delete(kid), (key.get().state() == State.CURRENT) ? next : null,
				this.clock.instant());
		if (done) {
			logger.warn("The signing key {} is revoked and no longer published", kid);
		}
		return done;
	}

	/**
	 * Changes the ring in one transaction, of which the first statement decides whether
	 * another node was first.
	 */
	private boolean changed(First first, @Nullable StoredKey next, Instant now) {
		RSAKey fresh = StoredToolKeys.created();
		boolean done = Boolean.TRUE.equals(this.transactions.execute((status) -> {
			if (!first.change()) {
				return false;
			}
			if (next != null && !this.stored.use(next.kid(), now)) {
				status.setRollbackOnly();
				return false;
			}
			List<StoredKey> left = this.stored.all();
			if (one(left, State.NEXT).isEmpty()) {
				this.keys.insert(fresh, left.getLast().slot() + 1, now, null);
			}
			return true;
		}));
		this.keys.refresh();
		return done;
	}

	/**
	 * What is due: the rotation, the end of keys that have been published for long
	 * enough, a next key where there is none.
	 * @param every how long a key is in use; zero when only people rotate
	 */
	void keepUp(Duration every) {
		Instant now = this.clock.instant();
		Instant since = one(this.stored.all(), State.CURRENT).map(StoredKey::inUseSince).orElse(now);
		if (!every.isZero() && !now.isBefore(since.plus(every))) {
			rotateNow();
		}
		this.stored.deleteRetiredBefore(now.minus(SigningKey.PUBLISHED_AFTER));
		this.keys.createMissing(now);
		this.keys.refresh();
	}

	private static Optional<StoredKey> one(List<StoredKey> keys, State state) {
		return keys.stream().filter((key) -> key.state() == state).findFirst();
	}

	/** The change that only one node can make. */
	@FunctionalInterface
	private interface First {

		boolean change();

	}

}
