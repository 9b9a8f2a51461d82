package com.humantraffickingexperts.lti.console;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchObserver;
import com.humantraffickingexperts.lti.launch.LaunchTrace;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Which claims arrive from each platform, by name, and when they last did. A launch is
 * noted in memory; {@link ClaimsFlush} writes it down later, so that no launch waits for
 * it.
 */
@Component
class ClaimsSeen implements LaunchObserver {

	/** A platform that makes up names fills neither memory nor database. */
	private static final int MOST = 100;

	private static final int LONGEST = 255;

	private final JdbcClaims stored;

	private final Map<RegistrationId, Map<String, Instant>> unwritten = new ConcurrentHashMap<>();

	ClaimsSeen(JdbcClaims stored) {
		this.stored = stored;
	}

	@Override
	public void accepted(HttpServletRequest request, LaunchTrace trace, CurrentLaunch launch) {
		seen(launch.registration().id(), trace.claims().keySet(), launch.launchedAt());
	}

	void seen(RegistrationId registration, Set<String> claims, Instant at) {
		Map<String, Instant> seen = this.unwritten.computeIfAbsent(registration, (id) -> new ConcurrentHashMap<>());
		for (String claim : claims) {
			if (claim.length() <= LONGEST && (seen.size() < MOST || seen.containsKey(claim))) {
				seen.merge(claim, at, ClaimsSeen::later);
			}
		}
	}

	/**
	 * The claims that arrived in accepted launches.
	 * @param registration the registration
	 * @return the name of each claim, and when it last arrived
	 */
	Map<String, Instant> of(RegistrationId registration) {
		Map<String, Instant> all = new HashMap<>(this.stored.of(registration));
		this.unwritten.getOrDefault(registration, Map.of())
			.forEach((claim, at) -> all.merge(claim, at, ClaimsSeen::later));
		return all;
	}

	/** When each registration was last used. */
	Map<RegistrationId, Instant> lastLaunches() {
		Map<RegistrationId, Instant> all = new HashMap<>(this.stored.newest());
		this.unwritten.forEach((registration, claims) -> claims.values()
			.forEach((at) -> all.merge(registration, at, ClaimsSeen::later)));
		return all;
	}

	/** Writes down what is in memory only. What cannot be written now is kept. */
	void flush() {
		for (RegistrationId registration : Set.copyOf(this.unwritten.keySet())) {
			Map<String, Instant> seen = this.unwritten.remove(registration);
			if (seen == null) {
				continue;
			}
			try {
				Set<String> known = this.stored.of(registration).keySet();
				seen.forEach((claim, at) -> {
					if (known.contains(claim) || known.size() < MOST) {
						this.stored.seen(registration, claim, at);
					}
				});
			}
			catch (DataAccessException ex) {
				this.unwritten.computeIfAbsent(registration, (id) -> new ConcurrentHashMap<>()).putAll(seen);
				throw ex;
			}
		}
	}

	/** Forgets what arrived from a registration that is deleted. */
	void forget(RegistrationId registration) {
		this.unwritten.remove(registration);
		this.stored.delete(registration);
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
