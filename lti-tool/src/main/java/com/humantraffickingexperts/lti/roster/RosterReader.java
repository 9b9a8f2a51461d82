package com.humantraffickingexperts.lti.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.claims.ContextRoles;
import com.humantraffickingexperts.lti.launch.claims.GroupsService;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.platform.ServiceAccess;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.Registrations;

/**
 * Reads the members of a context and writes down what has changed, or why nothing could
 * be read.
 */
@Component
class RosterReader {

	private static final Logger logger = LoggerFactory.getLogger(RosterReader.class);

	/** So often a list is tried again by itself; then it waits for the next occasion. */
	private static final int MOST_TRIES = 4;

	/** Of one person. */
	private static final int MOST_GROUPS = 60;

	private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

	private final JdbcRosters rosters;

	private final Memberships memberships;

	private final Groups groups;

	private final Registrations registrations;

	private final Users users;

	private final TransactionOperations transactions;

	private final Clock clock;

	RosterReader(JdbcRosters rosters, Memberships memberships, Groups groups, Registrations registrations, Users users,
			TransactionOperations transactions, Clock clock) {
		this.rosters = rosters;
		this.memberships = memberships;
		this.groups = groups;
		this.registrations = registrations;
		this.users = users;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Reads the members of a context.
	 * @param context the context
	 * @param failures how often in a row that failed before
	 * @return when to try again; empty when there is no need
	 */
	Optional<Instant> read(ContextId context, int failures) {
		return this.rosters.find(context).flatMap((roster) -> read(roster, failures));
	}

	private Optional<Instant> read(Roster roster, int failures) {
		Registration registration = this.registrations.find(roster.registration()).orElse(null);
		Reading reading = (registration == null) ? Reading.Failed.forGood(RosterProblem.DISABLED)
				: members(registration, roster);
		return switch (reading) {
			case Reading.Complete complete -> {
				write(roster, Objects.requireNonNull(registration), complete.members(),
						groups(registration, roster).orElse(null));
				yield Optional.empty();
			}
			case Reading.Failed failed -> failed(roster, failed, failures);
		};
	}

	private Reading members(Registration registration, Roster roster) {
		ServiceAccess access = new ServiceAccess(registration, roster.deploymentId(), Set.of(Memberships.SCOPE));
		return (roster.groups() == null) ? this.memberships.read(access, roster.memberships(), roster.family())
				: this.memberships.readWithGroups(access, roster.memberships(), roster.family());
	}

	/**
	 * The groups; empty when they could not be read, and those that are known still hold.
	 */
	private Optional<List<CourseGroup>> groups(Registration registration, Roster roster) {
		GroupsService service = roster.groups();
		if (service == null) {
			return Optional.of(List.of());
		}
		Optional<List<CourseGroup>> groups = this.groups.read(registration, roster, service);
		if (groups.isEmpty()) {
			logger.warn("The groups of context {} of registration {} could not be read", roster.context(),
					roster.registration());
		}
		return groups;
	}

	private Optional<Instant> failed(Roster roster, Reading.Failed failed, int failures) {
		Instant now = this.clock.instant();
		this.rosters.failed(roster.context(), failed.problem(), now);
		logger.warn("The members of context {} of registration {} could not be read: {}", roster.context(),
				roster.registration(), failed.problem());
		if (!failed.again() || failures + 1 >= MOST_TRIES) {
			return Optional.empty();
		}
		Duration pause = FIRST_RETRY.multipliedBy(1L << (2 * failures));
		Duration asked = failed.notBefore();
		return Optional.of(now.plus((asked != null && asked.compareTo(pause) > 0) ? asked : pause));
	}

	private void write(Roster roster, Registration registration, List<Listed> listed,
			@Nullable List<CourseGroup> groups) {
		this.transactions.executeWithoutResult((status) -> {
			Instant now = this.clock.instant();
			this.rosters.lock(roster.context());
			Map<UserId, Membership> known = new HashMap<>();
			this.rosters.members(roster.registration(), roster.context())
				.forEach((member) -> known.put(member.user().id(), member));
			List<Membership> changed = new ArrayList<>();
			List<User> named = new ArrayList<>();
			for (Listed one : listed) {
				Membership member = membership(registration, roster, one);
				Membership before = known.remove(member.user().id());
				if (before == null || !member.same(before)) {
					changed.add(member);
				}
				if (before == null || renamed(before.user(), member.user())) {
					named.add(member.user());
				}
			}
			known.values()
				.stream()
				.filter((member) -> member.goneAt() == null)
				.map((member) -> new Membership(member.user(), member.standing(), member.testUser(), member.status(),
						member.groups(), now))
				.forEach(changed::add);
			this.users.recordListed(named);
			this.rosters.save(roster, changed, now);
			if (groups != null) {
				this.rosters.saveGroups(roster, groups);
			}
			this.rosters.fetched(roster.context(), now);
		});
	}

	private Membership membership(Registration registration, Roster roster, Listed listed) {
		@Nullable String name = registration.terms().pseudonymous() ? null : listed.name();
		ContextRoles roles = listed.standing();
		return new Membership(this.users.named(registration.id(), listed.subject(), name), roles.standing(),
				roles.testUser(), listed.status(), groups(roster, listed), null);
	}

	private static Set<String> groups(Roster roster, Listed listed) {
		return (roster.groups() == null) ? Set.of()
				: listed.groups()
					.stream()
					.limit(MOST_GROUPS)
					.map((group) -> CourseGroup.id(roster.context(), group))
					.collect(Collectors.toSet());
	}

	private static boolean renamed(User before, User now) {
		return now.name() != null && !now.name().equals(before.name());
	}

}
