package com.humantraffickingexperts.lti.roster;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * All SQL of {@code roster} and {@code membership}. Names are kept with the users alone,
 * so that they are forgotten in one place.
 */
@Repository
class JdbcRosters {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	JdbcRosters(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Notes that a context is in use, and where its members are read by now. */
	void note(Roster roster, Instant now) {
		this.jdbc.sql("""
				insert into roster (context_id, registration_id, deployment_id, family, memberships_url, active_at,
				  created_at, updated_at)
				values (:context, :registration, :deployment, :family, :memberships, :now, :now, :now)
				on duplicate key update family = values(family), memberships_url = values(memberships_url),
				  active_at = values(active_at), updated_at = values(updated_at)
				""")
			.param("context", roster.context().value())
			.param("registration", roster.registration().value())
			.param("deployment", roster.deploymentId())
			.param("family", roster.family().name())
			.param("memberships", roster.memberships().toString())
			.param("now", Utc.of(now))
			.update();
	}

	Optional<Roster> find(ContextId context) {
		return this.jdbc.sql("""
				select context_id, registration_id, deployment_id, family, memberships_url from roster
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
				select fetched_at, tried_at, problem from roster
				where context_id = :context and registration_id = :registration
				""")
			.param("context", context.value())
			.param("registration", registration.value())
			.query((row, number) -> new RosterStatus(Utc.instantOrNull(row, "fetched_at"),
					Utc.instantOrNull(row, "tried_at"), problem(row)))
			.optional();
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
		return this.jdbc.sql("""
				select m.user_id, m.standing, m.test_user, m.status, m.gone_at, u.subject, u.name
				from membership m join lti_user u on u.id = m.user_id
				where m.context_id = :context and m.registration_id = :registration
				""")
			.param("context", context.value())
			.param("registration", registration.value())
			.query((row, number) -> membership(row, registration))
			.list();
	}

	void save(Roster roster, Collection<Membership> members, Instant now) {
		this.batches.batchUpdate("""
				insert into membership (context_id, user_id, registration_id, standing, test_user, status, gone_at,
				  created_at, updated_at)
				values (:context, :user, :registration, :standing, :testUser, :status, :goneAt, :now, :now)
				on duplicate key update standing = values(standing), test_user = values(test_user),
				  status = values(status), gone_at = values(gone_at), updated_at = values(updated_at)
				""",
				members.stream()
					.map((member) -> new MapSqlParameterSource("context", roster.context().value())
						.addValue("user", member.user().id().value())
						.addValue("registration", roster.registration().value())
						.addValue("standing", member.standing().name())
						.addValue("testUser", member.testUser())
						.addValue("status", member.status().name())
						.addValue("goneAt", Utc.ofNullable(member.goneAt()))
						.addValue("now", Utc.of(now)))
					.toArray(MapSqlParameterSource[]::new));
	}

	private static Roster roster(ResultSet row) throws SQLException {
		return new Roster(new ContextId(row.getString("context_id")),
				new RegistrationId(row.getString("registration_id")), row.getString("deployment_id"),
				PlatformFamily.valueOf(row.getString("family")),
				URI.create(Objects.requireNonNull(row.getString("memberships_url"))));
	}

	private static Membership membership(ResultSet row, RegistrationId registration) throws SQLException {
		return new Membership(
				new User(new UserId(row.getString("user_id")), registration, row.getString("subject"),
						row.getString("name")),
				Standing.valueOf(row.getString("standing")), row.getBoolean("test_user"),
				Membership.Status.valueOf(row.getString("status")), Utc.instantOrNull(row, "gone_at"));
	}

	private static @Nullable RosterProblem problem(ResultSet row) throws SQLException {
		String problem = row.getString("problem");
		return (problem == null) ? null : RosterProblem.valueOf(problem);
	}

}
