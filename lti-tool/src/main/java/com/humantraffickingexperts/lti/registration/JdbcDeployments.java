package com.humantraffickingexperts.lti.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;

/** All SQL of {@code deployment}. */
@Repository
class JdbcDeployments {

	private final JdbcClient jdbc;

	JdbcDeployments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Deployment> all() {
		return this.jdbc.sql("select * from deployment order by registration_id, first_seen_at, id")
			.query((row, number) -> deployment(row))
			.list();
	}

	List<Deployment> of(RegistrationId registration) {
		return this.jdbc
			.sql("select * from deployment where registration_id = :registration order by first_seen_at, id")
			.param("registration", registration.value())
			.query((row, number) -> deployment(row))
			.list();
	}

	Optional<Deployment> find(RegistrationId registration, String deploymentId) {
		return this.jdbc.sql("select * from deployment where id = :id")
			.param("id", id(registration, deploymentId))
			.query((row, number) -> deployment(row))
			.optional();
	}

	int countWaiting(RegistrationId registration) {
		return this.jdbc.sql("""
				select count(*) from deployment where registration_id = :registration and state = 'WAITING'
				""").param("registration", registration.value()).query(Integer.class).single();
	}

	/** A deployment about which something was decided keeps its state. */
	void held(RegistrationId registration, String deploymentId, Instant now) {
		this.jdbc.sql("""
				insert into deployment (id, registration_id, deployment_id, state, label, launches_held, first_seen_at,
				  last_seen_at, decided_at)
				values (:id, :registration, :deployment, 'WAITING', null, 1, :now, :now, null)
				on duplicate key update launches_held = launches_held + 1, last_seen_at = values(last_seen_at)
				""")
			.param("id", id(registration, deploymentId))
			.param("registration", registration.value())
			.param("deployment", deploymentId)
			.param("now", Utc.of(now))
			.update();
	}

	void decided(RegistrationId registration, String deploymentId, Deployment.State state, @Nullable String label,
			Instant now) {
		this.jdbc.sql("""
				insert into deployment (id, registration_id, deployment_id, state, label, launches_held, first_seen_at,
				  last_seen_at, decided_at)
				values (:id, :registration, :deployment, :state, :label, 0, :now, :now, :now)
				on duplicate key update state = values(state), label = coalesce(values(label), label),
				  decided_at = values(decided_at)
				""")
			.param("id", id(registration, deploymentId))
			.param("registration", registration.value())
			.param("deployment", deploymentId)
			.param("state", state.name())
			.param("label", label)
			.param("now", Utc.of(now))
			.update();
	}

	void delete(RegistrationId registration) {
		this.jdbc.sql("delete from deployment where registration_id = :registration")
			.param("registration", registration.value())
			.update();
	}

	private static String id(RegistrationId registration, String deploymentId) {
		return Ids.derived("deployment", registration.value(), deploymentId);
	}

	private static Deployment deployment(ResultSet row) throws SQLException {
		return new Deployment(new RegistrationId(row.getString("registration_id")), row.getString("deployment_id"),
				Deployment.State.valueOf(row.getString("state")), row.getString("label"), row.getInt("launches_held"),
				Utc.instant(row, "first_seen_at"), Utc.instant(row, "last_seen_at"),
				Utc.instantOrNull(row, "decided_at"));
	}

}
