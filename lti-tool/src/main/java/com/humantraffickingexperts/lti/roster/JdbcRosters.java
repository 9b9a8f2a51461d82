package com.humantraffickingexperts.lti.roster;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.claims.GroupsService;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * All SQL of {@code roster}, {@code membership} and {@code course_group}. Names are kept
 * with the users alone, so that they are forgotten in one place.
 */
@Repository
class JdbcRosters {

	private static final String SEPARATOR = ",";

	private static final String MEMBERS = """
			select m.user_id, m.standing, m.test_user, m.status, m.group_ids, m.gone_at, u.subject, u.name
			from membership m join lti_user u on u.id = m.user_id
			where m.context_id = :context and m.registration_id = :registration
			""";

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	JdbcRosters(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * Notes that a context is in use, and where its members are read by now.
	 * @param roster the context
	 * @param keepsGroups whether groups that this launch does not name are still offered
	 * @param now the present
	 */
	void note(Roster roster, boolean keepsGroups, Instant now) {
		GroupsService groups = roster.groups();
		this.jdbc.sql("""
				insert into roster (context_id, registration_id, deployment_id, family, memberships_url, groups_url,
				  group_sets_url, active_at, created_at, updated_at)
				values (:context, :registration, :deployment, :family, :memberships, :groups, :sets, :now, :now, :now)
				on duplicate key update family = values(family), memberships_url = values(memberships_url),
				  group_sets_url = coalesce(values(group_sets_url), case when :keeps then group_sets_url end),
				  groups_url = coalesce(values(groups_url), case when :keeps then groups_url end),
				  active_at = values(active_at), updated_at = values(updated_at)
				""")
			.param("context", roster.context().value())
			.param("registration", roster.registration().value())
			.param("deployment", roster.deploymentId())
			.param("family", roster.family().name())
			.param("memberships", roster.memberships().toString())
			.param("groups", (groups == null) ? null : groups.groups().toString())
			.param("keeps", keepsGroups)
			.param("sets", (groups == null || groups.sets() == null) ? null : groups.sets().toString())
			.param("now", Utc.of(now))
			.update();
	}

	Optional<Roster> find(ContextId context) {
		return this.jdbc.sql("""
				select context_id, registration_id, deployment_id, family, memberships_url, groups_url, group_sets_url
				from roster
				where context_id = :context
				""").param("context", context.value()).query((row, number) -> roster(row)).optional();
	}

	/** The contexts that were in use after an instant. */
	List<ContextId> active(Instant after) {
		return this.jdbc.sql("select context_id from roster where active_at > :after order by context_id")
			.param("after", Utc.of(after))
			.query((row, number) -> new ContextId(row.getString("context_id")))
			.list();
	}

	Optional<RosterStatus> status(RegistrationId registration, ContextId context) {
		return this.jdbc.sql("""
				select r.fetched_at, r.tried_at, r.problem, g.id, g.name, g.set_name
				from roster r left join course_group g on g.context_id = r.context_id
				where r.context_id = :context and r.registration_id = :registration
				order by g.set_name, g.name, g.id
				""")
			.param("context", context.value())
			.param("registration", registration.value())
			.query((ResultSetExtractor<Optional<RosterStatus>>) JdbcRosters::read);
	}

	private static Optional<RosterStatus> read(ResultSet rows) throws SQLException {
		RosterStatus status = null;
		List<CourseGroup> groups = new ArrayList<>();
		while (rows.next()) {
			if (status == null) {
				status = new RosterStatus(Utc.instantOrNull(rows, "fetched_at"), Utc.instantOrNull(rows, "tried_at"),
						problem(rows), List.of());
			}
			String id = rows.getString("id");
			if (id != null) {
				groups.add(new CourseGroup(id, Objects.requireNonNull(rows.getString("name")),
						rows.getString("set_name")));
			}
		}
		return Optional.ofNullable(status)
			.map((known) -> new RosterStatus(known.fetchedAt(), known.triedAt(), known.problem(), groups));
	}

	/** The groups of a context take the place of those that were known. */
	void saveGroups(Roster roster, List<CourseGroup> groups) {
		List<CourseGroup> known = status(roster.registration(), roster.context()).orElse(RosterStatus.NONE).groups();
		if (known.size() == groups.size() && new HashSet<>(known).containsAll(groups)) {
			return;
		}
		this.jdbc.sql("delete from course_group where context_id = :context")
			.param("context", roster.context().value())
			.update();
		this.batches.batchUpdate("""
				insert into course_group (context_id, id, registration_id, name, set_name)
				values (:context, :id, :registration, :name, :set)
				""", groups.stream()
			.map((group) -> new MapSqlParameterSource("context", roster.context().value()).addValue("id", group.id())
				.addValue("registration", roster.registration().value())
				.addValue("name", group.name())
				.addValue("set", group.set()))
			.toArray(MapSqlParameterSource[]::new));
	}

	/** Makes those who write the list of a context take turns. */
	void lock(ContextId context) {
		this.jdbc.sql("select context_id from roster where context_id = :context for update")
			.param("context", context.value())
			.query(String.class)
			.optional();
	}

	void fetched(ContextId context, Instant now) {
		this.jdbc.sql("""
				update roster set fetched_at = :now, tried_at = :now, problem = null, updated_at = :now
				where context_id = :context
				""").param("context", context.value()).param("now", Utc.of(now)).update();
	}

	void failed(ContextId context, RosterProblem problem, Instant now) {
		this.jdbc.sql("""
				update roster set tried_at = :now, problem = :problem, updated_at = :now where context_id = :context
				""")
			.param("context", context.value())
			.param("problem", problem.name())
			.param("now", Utc.of(now))
			.update();
	}

	List<Membership> members(RegistrationId registration, ContextId context) {
		return this.jdbc.sql(MEMBERS)
			.param("context", context.value())
			.param("registration", registration.value())
			.query((row, number) -> membership(row, registration))
			.list();
	}

	Optional<Membership> member(RegistrationId registration, ContextId context, UserId user) {
		return this.jdbc.sql(MEMBERS + " and m.user_id = :user")
			.param("user", user.value())
			.param("context", context.value())
			.param("registration", registration.value())
			.query((row, number) -> membership(row, registration))
			.optional();
	}

	/** Whether anybody was ever listed. */
	boolean lists(RegistrationId registration, ContextId context) {
		return !this.jdbc.sql("""
				select user_id from membership where context_id = :context and registration_id = :registration limit 1
				""")
			.param("context", context.value())
			.param("registration", registration.value())
			.query(String.class)
			.list()
			.isEmpty();
	}

	void save(Roster roster, Collection<Membership> members, Instant now) {
		this.batches.batchUpdate("""
				insert into membership (context_id, user_id, registration_id, standing, test_user, status, group_ids,
				  gone_at, created_at, updated_at)
				values (:context, :user, :registration, :standing, :testUser, :status, :groups, :goneAt, :now, :now)
				on duplicate key update standing = values(standing), test_user = values(test_user),
				  status = values(status), group_ids = values(group_ids), gone_at = values(gone_at),
				  updated_at = values(updated_at)
				""",
				members.stream()
					.map((member) -> new MapSqlParameterSource("context", roster.context().value())
						.addValue("user", member.user().id().value())
						.addValue("registration", roster.registration().value())
						.addValue("standing", member.standing().name())
						.addValue("testUser", member.testUser())
						.addValue("status", member.status().name())
						.addValue("groups", String.join(SEPARATOR, member.groups()))
						.addValue("goneAt", Utc.ofNullable(member.goneAt()))
						.addValue("now", Utc.of(now)))
					.toArray(MapSqlParameterSource[]::new));
	}

	private static Roster roster(ResultSet row) throws SQLException {
		return new Roster(new ContextId(row.getString("context_id")),
				new RegistrationId(row.getString("registration_id")), row.getString("deployment_id"),
				PlatformFamily.valueOf(row.getString("family")),
				URI.create(Objects.requireNonNull(row.getString("memberships_url"))), groups(row));
	}

	private static @Nullable GroupsService groups(ResultSet row) throws SQLException {
		String groups = row.getString("groups_url");
		String sets = row.getString("group_sets_url");
		return (groups == null) ? null
				: new GroupsService(URI.create(groups), (sets == null) ? null : URI.create(sets));
	}

	private static Membership membership(ResultSet row, RegistrationId registration) throws SQLException {
		return new Membership(
				new User(new UserId(row.getString("user_id")), registration, row.getString("subject"),
						row.getString("name")),
				Standing.valueOf(row.getString("standing")), row.getBoolean("test_user"),
				Membership.Status.valueOf(row.getString("status")), ids(row.getString("group_ids")),
				Utc.instantOrNull(row, "gone_at"));
	}

	private static Set<String> ids(String joined) {
		return joined.isEmpty() ? Set.of() : Set.of(joined.split(SEPARATOR));
	}

	private static @Nullable RosterProblem problem(ResultSet row) throws SQLException {
		String problem = row.getString("problem");
		return (problem == null) ? null : RosterProblem.valueOf(problem);
	}

}
