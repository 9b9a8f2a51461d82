package com.humantraffickingexperts.lti.keys;

import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

import com.nimbusds.jose.JWSObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;
import com.humantraffickingexperts.lti.registration.GivenKey;

/**
 * Keeps each platform's key set in memory. A set older than {@link #FRESH} is renewed in
 * the background while it still serves; after {@link #USABLE} it no longer does. A key or
 * signature that the kept set does not explain leads to one more fetch, of which there
 * are few in a minute however many false tokens come.
 */
@Component
class CachedPlatformKeys implements PlatformKeys {

	static final Duration FRESH = Duration.ofMinutes(15);

	static final Duration USABLE = Duration.ofHours(24);

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

	private static final Duration PAUSE_AFTER_BACKGROUND_FAILURE = Duration.ofSeconds(30);

	private static final Duration DEADLINE = Duration.ofSeconds(4);

	private static final int MAXIMUM_BYTES = 512 * 1024;

	private static final Logger logger = LoggerFactory.getLogger(CachedPlatformKeys.class);

	private final OutboundHttp http;

	private final Clock clock;

	private final Executor background;

	private final ConcurrentMap<URI, Platform> platforms = new ConcurrentHashMap<>();

	@Autowired
	CachedPlatformKeys(OutboundHttp http, Clock clock) {
		this(http, clock, Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("platform-keys-", 0).factory()));
	}

	CachedPlatformKeys(OutboundHttp http, Clock clock, Executor background) {
		this.http = http;
		this.clock = clock;
		this.background = background;
	}

	@Override
	public Verification verify(URI jwksUri, JWSObject signed) throws PlatformKeysUnavailable {
		Optional<RSAPublicKey> given = GivenKey.at(jwksUri);
		if (given.isPresent()) {
			return PublishedKeys.given(given.get()).verify(signed);
		}
		Platform platform = this.platforms.computeIfAbsent(jwksUri, Platform::new);
		PublishedKeys known = platform.known();
		Verification verification = known.verify(signed);
		if (verification == Verification.VALID) {
			return verification;
		}
		PublishedKeys renewed = platform.renewedAfter(known);
		return (renewed == known) ? verification : renewed.verify(signed);
	}

	/** The key set of one platform. */
	private final class Platform {

		private final URI jwksUri;

		private final ReentrantLock fetching = new ReentrantLock();

		private final FetchAllowance allowance = new FetchAllowance();

		private volatile @Nullable PublishedKeys keys;

		private volatile Instant pauseUntil = Instant.MIN;

		private volatile @Nullable PlatformKeysUnavailable lastFailure;

		Platform(URI jwksUri) {
			this.jwksUri = jwksUri;
		}

		PublishedKeys known() throws PlatformKeysUnavailable {
			PublishedKeys kept = this.keys;
			Instant now = CachedPlatformKeys.this.clock.instant();
			if (kept == null || kept.fetchedAt().plus(USABLE).isBefore(now)) {
				return fetchedSince(kept);
			}
			if (kept.fetchedAt().plus(FRESH).isBefore(now) && !now.isBefore(this.pauseUntil)
					&& this.fetching.tryLock()) {
				try {
					this.pauseUntil = now.plus(PAUSE_AFTER_BACKGROUND_FAILURE);
				}
				finally {
					this.fetching.unlock();
				}
				CachedPlatformKeys.this.background.execute(() -> renewInBackground(kept));
			}
			return kept;
		}

		private void renewInBackground(PublishedKeys kept) {
			try {
				fetchedSince(kept);
			}
			catch (PlatformKeysUnavailable ex) {
				logger.warn("Platform keys could not be renewed, the kept ones still serve: {}", ex.getMessage());
			}
		}

		PublishedKeys renewedAfter(PublishedKeys known) {
			PublishedKeys kept = this.keys;
			if (kept != null && kept != known) {
				return kept;
			}
			if (!this.allowance.take(CachedPlatformKeys.this.clock.instant())) {
				return known;
			}
			try {
				return fetchedSince(known);
			}
			catch (PlatformKeysUnavailable ex) {
				logger.warn("Platform keys could not be renewed for an unknown key: {}", ex.getMessage());
				return known;
			}
		}

		/** Fetches unless another thread did so while this one waited. */
		private PublishedKeys fetchedSince(@Nullable PublishedKeys known) throws PlatformKeysUnavailable {
			this.fetching.lock();
			try {
				PublishedKeys kept = this.keys;
				if (kept != null && kept != known) {
					return kept;
				}
				PlatformKeysUnavailable failure = this.lastFailure;
				if (kept == null && failure != null
						&& CachedPlatformKeys.this.clock.instant().isBefore(this.pauseUntil)) {
					throw failure;
				}
				PublishedKeys fetched = fetch();
				this.keys = fetched;
				this.lastFailure = null;
				this.pauseUntil = Instant.MIN;
				return fetched;
			}
			catch (PlatformKeysUnavailable ex) {
				this.lastFailure = ex;
				Instant pause = CachedPlatformKeys.this.clock.instant().plus(PAUSE_AFTER_FAILURE);
				if (pause.isAfter(this.pauseUntil)) {
					this.pauseUntil = pause;
				}
				throw ex;
			}
			finally {
				this.fetching.unlock();
			}
		}

		private PublishedKeys fetch() throws PlatformKeysUnavailable {
			try {
				OutboundAnswer answer = CachedPlatformKeys.this.http
					.send(OutboundRequest.get(this.jwksUri, "application/json, application/jwk-set+json")
						.within(DEADLINE, MAXIMUM_BYTES));
				if (answer.status() != 200) {
					throw new PlatformKeysUnavailable(this.jwksUri, "status " + answer.status(), null);
				}
				return PublishedKeys.parse(this.jwksUri, answer.text(), CachedPlatformKeys.this.clock.instant());
			}
			catch (OutboundFailure ex) {
				throw new PlatformKeysUnavailable(this.jwksUri, ex.kind().toString(), ex);
			}
		}

	}

}
