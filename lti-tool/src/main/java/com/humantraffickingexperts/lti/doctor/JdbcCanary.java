package com.humantraffickingexperts.lti.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code doctor_canary} and {@code doctor_alert}. */
@Repository
class JdbcCanary {

	private static final int LATEST = 20;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	JdbcCanary(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Set<RegistrationId> scheduled() {
		return new HashSet<>(this.jdbc.sql("select registration_id from doctor_canary")
			.query((row, number) -> new RegistrationId(row.getString("registration_id")))
			.list());
	}

	void schedule(RegistrationId registration, Instant due) {
		this.jdbc.sql("""
				insert into doctor_canary (registration_id, due_at, failures) values (:registration, :due, 0)
				on duplicate key update due_at = values(due_at)
				""").param("registration", registration.value()).param("due", Utc.of(due)).update();
	}

	/** Forgets a registration that is gone or switched off. */
	void unschedule(RegistrationId registration, Instant now) {
		this.jdbc.sql("delete from doctor_canary where registration_id = :registration")
			.param("registration", registration.value())
			.update();
		clear(registration, now);
	}

	List<RegistrationId> due(Instant now, int most) {
		return this.jdbc
			.sql("select registration_id from doctor_canary where due_at <= :now order by due_at limit :most")
			.param("now", Utc.of(now))
			.param("most", most)
			.query((row, number) -> new RegistrationId(row.getString("registration_id")))
			.list();
	}

	/**
	 * Notes the outcome of a check.
	 * @return how many checks in a row have failed
	 */
	int checked(RegistrationId registration, boolean well, Instant now, Instant due) {
		this.jdbc.sql("""
				update doctor_canary set checked_at = :now, due_at = :due,
				  failures = case when :well then 0 else failures + 1 end
				where registration_id = :registration
				""")
			.param("now", Utc.of(now))
			.param("due", Utc.of(due))
			.param("well", well)
			.param("registration", registration.value())
			.update();
		return this.jdbc.sql("select failures from doctor_canary where registration_id = :registration")
			.param("registration", registration.value())
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	void raise(RegistrationId registration, List<Finding> findings, Instant now) {
		this.jdbc.sql("""
				insert into doctor_alert (id, registration_id, findings, raised_at)
				values (:id, :registration, :findings, :now)
				""")
			.param("id", Ids.inTimeOrder(now))
			.param("registration", registration.value())
			.param("findings", this.json.writeValueAsString(findings))
			.param("now", Utc.of(now))
			.update();
	}

	/**
	 * Ends a registration's alerts.
	 * @return whether there were any
	 */
	boolean clear(RegistrationId registration, Instant now) {
		return this.jdbc.sql("""
				update doctor_alert set cleared_at = :now where registration_id = :registration and cleared_at is null
				""").param("now", Utc.of(now)).param("registration", registration.value()).update() > 0;
	}

	List<Alert> open() {
		return this.jdbc.sql("select * from doctor_alert where cleared_at is null order by id")
			.query(this::read)
			.list();
	}

	/** A registration's alerts, the newest first. */
	List<Alert> history(RegistrationId registration) {
		return this.jdbc
			.sql("select * from doctor_alert where registration_id = :registration order by id desc limit " + LATEST)
			.param("registration", registration.value())
			.query(this::read)
			.list();
	}

	void forget(Instant before) {
		this.jdbc.sql("delete from doctor_alert where cleared_at < :before").param("before", Utc.of(before)).update();
	}

	private Alert read(ResultSet row, int number) throws SQLException {
		return new Alert(row.getString("id"), new RegistrationId(row.getString("registration_id")),
				this.json.readValue(row.getString("findings"), JdbcExaminations.FINDINGS),
				Utc.instant(row, "raised_at"), Utc.instantOrNull(row, "cleared_at"));
	}

}
