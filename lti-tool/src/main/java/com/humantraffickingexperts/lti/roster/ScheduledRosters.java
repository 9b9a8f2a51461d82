package com.humantraffickingexperts.lti.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** {@link Rosters} that are read in the background. */
@Component
class ScheduledRosters implements Rosters {

	/** A list that is younger than this is not read again. */
	static final Duration FRESH = Duration.ofMinutes(5);

	/** Nor is one that failed a moment ago. */
	static final Duration PAUSE = Duration.ofMinutes(1);

	private final JdbcRosters rosters;

	private final SchedulerClient scheduler;

	private final Clock clock;

	ScheduledRosters(JdbcRosters rosters, SchedulerClient scheduler, Clock clock) {
		this.rosters = rosters;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	@Override
	public List<Membership> members(RegistrationId registration, ContextId context) {
		return this.rosters.members(registration, context);
	}

	@Override
	public Optional<Membership> member(RegistrationId registration, ContextId context, UserId user) {
		return this.rosters.member(registration, context, user);
	}

	@Override
	public boolean lists(RegistrationId registration, ContextId context) {
		return this.rosters.lists(registration, context);
	}

	@Override
	public RosterStatus status(RegistrationId registration, ContextId context) {
		return this.rosters.status(registration, context).orElse(RosterStatus.NONE);
	}

	@Override
	public boolean refresh(CurrentLaunch launch) {
		Optional<Roster> offered = Roster.of(launch);
		if (offered.isEmpty() || !launch.standing().seesEveryone()) {
			return false;
		}
		Roster roster = offered.get();
		Instant now = this.clock.instant();
		this.rosters.note(roster, false, now);
		RosterStatus status = status(roster.registration(), roster.context());
		if (within(status.fetchedAt(), FRESH, now) || within(status.triedAt(), PAUSE, now)) {
			return false;
		}
		return this.scheduler.scheduleIfNotExists(RosterTasks.READ.instance(roster.context().value()).data(0).build(),
				now);
	}

	/**
	 * Notes that a context is in use, whoever came. Groups may be named to those who
	 * teach alone.
	 */
	void note(CurrentLaunch launch) {
		Roster.of(launch).ifPresent((roster) -> this.rosters.note(roster, true, this.clock.instant()));
	}

	private static boolean within(@Nullable Instant at, Duration time, Instant now) {
		return at != null && at.plus(time).isAfter(now);
	}

}
