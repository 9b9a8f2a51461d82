package com.humantraffickingexperts.lti.platform;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedSet;
import java.util.concurrent.locks.ReentrantLock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Service tokens, kept until shortly before they expire. However many requests need the
 * same token at once, one of them asks for it and the others wait: Canvas charges so much
 * for a token request that about three in a row throttle the sender.
 */
@Component
class ServiceTokens {

	/**
	 * A failure is remembered for so long, so that a queue of waiting requests does not
	 * repeat it one by one.
	 */
	static final Duration FAILURE_REMEMBERED = Duration.ofSeconds(5);

	private static final int MOST_TOKENS = 10_000;

	private final TokenEndpoint endpoint;

	private final Clock clock;

	private final Cache<Key, Slot> slots = Caffeine.newBuilder().maximumSize(MOST_TOKENS).build();

	ServiceTokens(TokenEndpoint endpoint, Clock clock) {
		this.endpoint = endpoint;
		this.clock = clock;
	}

	TokenOutcome get(Registration registration, String deploymentId, SortedSet<String> scopes) {
		Slot slot = slot(registration, deploymentId, scopes);
		slot.lock.lock();
		try {
			Instant now = this.clock.instant();
			TokenOutcome kept = slot.outcome;
			if (kept != null && now.isBefore(slot.until)) {
				return kept;
			}
			TokenOutcome fresh = this.endpoint.ask(registration, deploymentId, scopes);
			slot.outcome = fresh;
			slot.until = switch (fresh) {
				case ServiceToken token -> token.usableUntil();
				case NoToken failure -> this.clock.instant().plus(FAILURE_REMEMBERED);
			};
			return fresh;
		}
		finally {
			slot.lock.unlock();
		}
	}

	/**
	 * Forgets a token that the platform no longer takes, unless another request has
	 * replaced it already.
	 */
	void drop(Registration registration, String deploymentId, SortedSet<String> scopes, ServiceToken token) {
		Slot slot = slot(registration, deploymentId, scopes);
		slot.lock.lock();
		try {
			if (token.equals(slot.outcome)) {
				slot.outcome = null;
			}
		}
		finally {
			slot.lock.unlock();
		}
	}

	private Slot slot(Registration registration, String deploymentId, SortedSet<String> scopes) {
		Key key = new Key(registration.id(), registration.clientId(), registration.tokenEndpoint(),
				registration.tokenAudience(), deploymentId, String.join(" ", scopes));
		return Objects.requireNonNull(this.slots.get(key, (absent) -> new Slot()));
	}

	/** Everything on which the platform's decision depends. */
	private record Key(RegistrationId registration, String clientId, URI tokenEndpoint, String audience,
			String deploymentId, String scopes) {
	}

	/** Where one token is kept. The lock is held while it is fetched. */
	private static final class Slot {

		private final ReentrantLock lock = new ReentrantLock();

		private @Nullable TokenOutcome outcome;

		private Instant until = Instant.MIN;

	}

}
