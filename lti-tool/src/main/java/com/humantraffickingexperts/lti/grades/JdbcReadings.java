package com.humantraffickingexperts.lti.grades;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of readings, in {@code score_reading} and {@code score}. */
@Repository
class JdbcReadings {

	/** What can have drifted: it was confirmed, and nothing else is on its way. */
	private static final String SETTLED = """
			registration_id = :registration and sent_line_item is not null
			  and (state = 'SENT' or (state = 'REFUSED' and drift = 'OVERRIDDEN'))
			""";

	private final JdbcClient jdbc;

	JdbcReadings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The platforms to which anything was delivered. */
	List<RegistrationId> registrations() {
		return this.jdbc.sql("select distinct registration_id from score where sent_line_item is not null")
			.query((row, number) -> new RegistrationId(row.getString("registration_id")))
			.list();
	}

	/** The columns of a platform that hold something of ours. */
	List<String> columns(RegistrationId registration) {
		return this.jdbc.sql("select distinct sent_line_item from score where " + SETTLED)
			.param("registration", registration.value())
			.query((row, number) -> Objects.requireNonNull(row.getString("sent_line_item")))
			.list();
	}

	/** What was delivered to a column. */
	List<SentScore> sent(RegistrationId registration, String column) {
		return this.jdbc.sql("select * from score where sent_line_item = :column and " + SETTLED + " order by id")
			.param("column", column)
			.param("registration", registration.value())
			.query((row, number) -> new SentScore(JdbcScores.read(row, number),
					new Points(row.getBigDecimal("sent_given"), row.getBigDecimal("sent_maximum"))))
			.list();
	}

	/**
	 * Notes how a score differs, or that it no longer does; unless it became owed anew
	 * meanwhile.
	 */
	boolean drifted(OwedScore score, Comparison comparison) {
		return this.jdbc.sql("""
				update score set drift = :drift, drift_at = :at, held_given = :given, held_maximum = :maximum
				where id = :id and revision = :revision and state = :state
				""")
			.param("drift", (comparison.drift() == null) ? null : comparison.drift().name())
			.param("at", Utc.of(comparison.at()))
			.param("given", comparison.heldGiven())
			.param("maximum", comparison.heldMaximum())
			.param("id", score.revision().score().value())
			.param("revision", score.revision().number())
			.param("state", score.state().name())
			.update() == 1;
	}

	void keep(RegistrationId registration, Reconciliation.Reading reading) {
		this.jdbc.sql("""
				insert into score_reading (registration_id, read_at, compared, drifted, mended, unread)
				values (:registration, :at, :compared, :drifted, :mended, :unread)
				on duplicate key update read_at = values(read_at), compared = values(compared),
				  drifted = values(drifted), mended = values(mended), unread = values(unread)
				""")
			.param("registration", registration.value())
			.param("at", Utc.of(reading.at()))
			.param("compared", reading.compared())
			.param("drifted", reading.drifted())
			.param("mended", reading.mended())
			.param("unread", reading.unread())
			.update();
	}

	Optional<Reconciliation.Reading> last(RegistrationId registration) {
		return this.jdbc.sql("select * from score_reading where registration_id = :registration")
			.param("registration", registration.value())
			.query((row, number) -> new Reconciliation.Reading(Utc.instant(row, "read_at"), row.getInt("compared"),
					row.getInt("drifted"), row.getInt("mended"), row.getInt("unread")))
			.optional();
	}

	/**
	 * A score and what the platform confirmed of it.
	 *
	 * @param score the score
	 * @param sent what was confirmed last
	 */
	record SentScore(OwedScore score, Points sent) {
	}

}
