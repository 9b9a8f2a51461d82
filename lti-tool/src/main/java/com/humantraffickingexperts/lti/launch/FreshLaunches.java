package com.humantraffickingexperts.lti.launch;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.JdbcLaunches.StoredLaunch;

/**
 * Hands a launch that was just recorded to the one request that follows it, the redirect
 * to its first page, which then need not read it. Every other request asks the database,
 * so that what another node changes about a session holds at once.
 */
@Component
class FreshLaunches {

	private static final Duration KEPT = Duration.ofSeconds(10);

	private static final int MOST = 5_000;

	private final Cache<LaunchId, StoredLaunch> kept = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterWrite(KEPT)
		.build();

	/**
	 * Keeps a launch for its first request. One without a name is not kept: an earlier
	 * launch may have brought the name, which the database knows.
	 * @param fresh a launch that was recorded
	 */
	void keep(NewLaunch fresh) {
		if (fresh.launch().user().name() != null) {
			this.kept.put(fresh.launch().id(), StoredLaunch.of(fresh));
		}
	}

	/**
	 * Takes a launch, once.
	 * @param id the launch
	 * @return the launch, or empty when it has to be read
	 */
	Optional<StoredLaunch> take(LaunchId id) {
		return Optional.ofNullable(this.kept.asMap().remove(id));
	}

}
