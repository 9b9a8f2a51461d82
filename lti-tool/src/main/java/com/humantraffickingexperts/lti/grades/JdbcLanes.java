package com.humantraffickingexperts.lti.grades;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code score_lane}. */
@Repository
class JdbcLanes {

	private static final String WAITS = """
			exists (select 1 from score s where s.registration_id = l.registration_id and s.next_attempt_at <= :now
			  and (s.claimed_until is null or s.claimed_until <= :now))
			""";

	private final JdbcClient jdbc;

	JdbcLanes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Lane> find(RegistrationId registration) {
		return this.jdbc.sql("select * from score_lane where registration_id = :registration")
			.param("registration", registration.value())
			.query(JdbcLanes::read)
			.optional();
	}

	/** The lane of a registration, which is made if need be. */
	Lane open(RegistrationId registration, Instant now) {
		return find(registration).orElseGet(() -> {
			this.jdbc.sql("""
					insert into score_lane (registration_id, epoch, failures, updated_at)
					values (:registration, 0, 0, :now) on duplicate key update updated_at = values(updated_at)
					""").param("registration", registration.value()).param("now", Utc.of(now)).update();
			return find(registration).orElseThrow();
		});
	}

	/** Makes the lanes of scores that are owed and have none. */
	void openForgotten(Instant now) {
		this.jdbc.sql("""
				select distinct s.registration_id from score s left join score_lane l
				  on l.registration_id = s.registration_id
				where s.state in ('WAITING', 'RETRYING') and l.registration_id is null
				""").query(String.class).list().forEach((registration) -> open(new RegistrationId(registration), now));
	}

	/** Lanes on which something is due and nobody works. */
	List<Lane> waiting(Instant now) {
		return this.jdbc.sql("""
				select * from score_lane l where (l.held_until is null or l.held_until <= :now)
				  and (l.paused_until is null or l.paused_until <= :now) and
				""" + WAITS).param("now", Utc.of(now)).query(JdbcLanes::read).list();
	}

	/**
	 * Takes a lane up, unless another does or it is paused.
	 * @return the lane, or empty
	 */
	Optional<Lane> acquire(RegistrationId registration, Claim claim) {
		int taken = this.jdbc.sql("""
				update score_lane set held_by = :by, held_until = :until, epoch = epoch + 1
				where registration_id = :registration and (held_until is null or held_until <= :now)
				  and (paused_until is null or paused_until <= :now)
				""")
			.param("by", claim.by())
			.param("until", Utc.of(claim.until()))
			.param("now", Utc.of(claim.from()))
			.param("registration", registration.value())
			.update();
		return (taken == 1) ? find(registration) : Optional.empty();
	}

	/**
	 * Keeps a lane for longer.
	 * @return whether it is still ours
	 */
	boolean renew(RegistrationId registration, String by, Instant until) {
		return this.jdbc.sql("""
				update score_lane set held_until = :until where registration_id = :registration and held_by = :by
				""")
			.param("until", Utc.of(until))
			.param("registration", registration.value())
			.param("by", by)
			.update() == 1;
	}

	/** Lets go of a lane and notes how it is. */
	void release(Lane lane, String by, Instant now) {
		this.jdbc.sql("""
				update score_lane set held_by = null, held_until = null, failures = :failures, reason = :reason,
				  opened_at = :opened, paused_until = :paused, updated_at = :now
				where registration_id = :registration and held_by = :by
				""")
			.param("failures", lane.failures())
			.param("reason", (lane.reason() == null) ? null : lane.reason().name())
			.param("opened", Utc.ofNullable(lane.openedAt()))
			.param("paused", Utc.ofNullable(lane.pausedUntil()))
			.param("now", Utc.of(now))
			.param("registration", lane.registration().value())
			.param("by", by)
			.update();
	}

	/** Lets the next call be made at once, because a person asks for it. */
	void unpause(RegistrationId registration, Instant now) {
		this.jdbc.sql("""
				update score_lane set paused_until = null, updated_at = :now where registration_id = :registration
				""").param("now", Utc.of(now)).param("registration", registration.value()).update();
	}

	private static Lane read(ResultSet row, int number) throws SQLException {
		String reason = row.getString("reason");
		return new Lane(new RegistrationId(row.getString("registration_id")), row.getLong("epoch"),
				row.getInt("failures"), reason(reason), Utc.instantOrNull(row, "opened_at"),
				Utc.instantOrNull(row, "held_until"), Utc.instantOrNull(row, "paused_until"));
	}

	private static @Nullable DeliveryReason reason(@Nullable String name) {
		return (name == null) ? null : DeliveryReason.valueOf(name);
	}

}
