package com.humantraffickingexperts.lti.launch;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.JdbcLaunches.StoredLaunch;
import com.humantraffickingexperts.lti.people.Users;

/**
 * Hands a launch that was just recorded to the one request that follows it, the redirect
 * to its first page, which then need not read it. Every other request asks the database,
 * so that what another node changes about a session holds at once.
 */
@Component
class FreshLaunches {

	private static final Duration KEPT = Duration.ofSeconds(10);

	private static final int MOST = 5_000;

	private final Users users;

	private final Cache<LaunchId, FirstPage> kept = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterWrite(KEPT)
		.build();

	FreshLaunches(Users users) {
		this.users = users;
	}

	/**
	 * Keeps a launch for its first request. One without a name is not kept: an earlier
	 * launch may have brought the name, which the database knows.
	 * @param firstPage a launch that was recorded
	 */
	void keep(FirstPage firstPage) {
		if (firstPage.launch().user().name() != null) {
			this.kept.put(firstPage.launch().id(), firstPage);
		}
	}

	/**
	 * Takes a launch, once.
	 * @param id the launch
	 * @return the launch, or empty when it has to be read
	 */
	Optional<StoredLaunch> take(LaunchId id) {
		return Optional.ofNullable(this.kept.asMap().remove(id))
			.map((firstPage) -> firstPage.languageKnown() ? firstPage.launch() : withLanguage(firstPage.launch()));
	}

	private StoredLaunch withLanguage(StoredLaunch launch) {
		return launch.inLanguage(this.users.language(launch.user().id()).orElse(null));
	}

	/**
	 * What the first page of a launch has to know.
	 *
	 * @param launch the launch
	 * @param languageKnown whether it was asked which language the person chose
	 */
	record FirstPage(StoredLaunch launch, boolean languageKnown) {
	}

}
