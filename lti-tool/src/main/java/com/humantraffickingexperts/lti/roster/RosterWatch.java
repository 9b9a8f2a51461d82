package com.humantraffickingexperts.lti.roster;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchObserver;
import com.humantraffickingexperts.lti.launch.LaunchTrace;
import com.humantraffickingexperts.lti.scheduling.BehindRequests;

/**
 * Has the list of members read when somebody who teaches opens the tool, behind the
 * request. Learners keep their course among those that are read at night. Who comes again
 * soon changes nothing.
 */
@Component
class RosterWatch implements LaunchObserver, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RosterWatch.class);

	private static final int MOST_WAITING = 1000;

	private static final int AT_ONCE = 10;

	private static final int MOST_KNOWN = 20_000;

	private final ScheduledRosters rosters;

	private final BehindRequests<CurrentLaunch> behind = new BehindRequests<>("rosters", MOST_WAITING, AT_ONCE,
			(launches) -> launches.forEach(this::follow));

	private final Cache<Seen, Boolean> seen = Caffeine.newBuilder()
		.maximumSize(MOST_KNOWN)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	private final Cache<Seen, Boolean> inUse = Caffeine.newBuilder()
		.maximumSize(MOST_KNOWN)
		.expireAfterWrite(Duration.ofHours(12))
		.build();

	RosterWatch(ScheduledRosters rosters) {
		this.rosters = rosters;
	}

	@Override
	public void accepted(HttpServletRequest request, LaunchTrace trace, CurrentLaunch launch) {
		Roster.of(launch).ifPresent((roster) -> {
			Seen key = new Seen(roster.context().value(), roster.memberships() + " " + roster.groups());
			boolean teaches = launch.standing().seesEveryone();
			if ((teaches ? this.seen : this.inUse).asMap().putIfAbsent(key, Boolean.TRUE) == null
					&& !this.behind.offer(launch)) {
				logger.warn("Too many launches at once: context {} waits for another one", roster.context());
			}
		});
	}

	/** Does what waits. */
	void flush() {
		this.behind.flush();
	}

	private void follow(CurrentLaunch launch) {
		try {
			if (launch.standing().seesEveryone()) {
				this.rosters.refresh(launch);
			}
			else {
				this.rosters.note(launch);
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The list of members could not be asked for: {}", ex.getClass().getName());
		}
	}

	@Override
	public void start() {
		this.behind.start();
	}

	@Override
	public void stop() {
		this.behind.stop();
	}

	@Override
	public boolean isRunning() {
		return this.behind.running();
	}

	/**
	 * What was noted already.
	 *
	 * @param context the context
	 * @param services where its members and groups are read
	 */
	private record Seen(String context, String services) {
	}

}
