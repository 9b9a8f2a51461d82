package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.database.SharedTime;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** {@link GradeLedger} over {@code score}. */
@Repository
class JdbcGradeLedger implements GradeLedger {

	private static final int AT_ONCE = 1000;

	private final JdbcClient jdbc;

	private final JdbcScores scores;

	private final JdbcScoreEvents events;

	private final JdbcLanes lanes;

	private final ScoreOutbox outbox;

	private final TransactionOperations transactions;

	private final SharedTime time;

	JdbcGradeLedger(JdbcClient jdbc, JdbcScores scores, JdbcScoreEvents events, JdbcLanes lanes, ScoreOutbox outbox,
			TransactionOperations transactions, SharedTime time) {
		this.jdbc = jdbc;
		this.scores = scores;
		this.events = events;
		this.lanes = lanes;
		this.outbox = outbox;
		this.transactions = transactions;
		this.time = time;
	}

	@Override
	public List<LedgerEntry> find(RegistrationId registration, LedgerFilter filter, int page) {
		String restriction = switch (filter) {
			case ALL -> "";
			case OWED -> " and state in ('WAITING', 'RETRYING')";
			case REFUSED -> " and state = 'REFUSED'";
			case SENT -> " and state = 'SENT'";
			case DRIFTED -> " and drift is not null";
		};
		return this.jdbc.sql("""
				select * from score where registration_id = :registration and revision > 0
				""" + restriction + " order by updated_at desc, id limit :most offset :skipped")
			.param("registration", registration.value())
			.param("most", ON_A_PAGE + 1)
			.param("skipped", page * ON_A_PAGE)
			.query(JdbcGradeLedger::read)
			.list();
	}

	@Override
	public Optional<LedgerPage> find(RegistrationId registration, ScoreId score) {
		return this.jdbc.sql("select * from score where id = :id and registration_id = :registration and revision > 0")
			.param("id", score.value())
			.param("registration", registration.value())
			.query(JdbcGradeLedger::read)
			.optional()
			.map((entry) -> new LedgerPage(entry, this.events.of(score)));
	}

	@Override
	public Counts counts(RegistrationId registration) {
		Map<DeliveryState, Long> states = new EnumMap<>(DeliveryState.class);
		long[] drifted = { 0 };
		this.jdbc.sql("""
				select state, count(*) as number, count(drift) as drifted from score
				where registration_id = :registration and revision > 0 group by state
				""").param("registration", registration.value()).query((row) -> {
			states.put(DeliveryState.valueOf(row.getString("state")), row.getLong("number"));
			drifted[0] += row.getLong("drifted");
		});
		return new Counts(states, drifted[0]);
	}

	@Override
	public LaneStatus lane(RegistrationId registration) {
		Instant now = this.time.instant();
		return this.lanes.find(registration).map((lane) -> {
			Instant paused = lane.pausedUntil();
			return new LaneStatus(lane.openedAt(), lane.reason(),
					(paused != null && paused.isAfter(now)) ? paused : null);
		}).orElseGet(() -> new LaneStatus(null, null, null));
	}

	@Override
	public boolean resend(RegistrationId registration, ScoreId score) {
		this.lanes.unpause(registration, this.time.instant());
		return again(registration, score);
	}

	private boolean again(RegistrationId registration, ScoreId score) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> this.outbox.resend(registration, score)));
	}

	@Override
	public int resend(RegistrationId registration, ResourceLinkId link, Set<UserId> users) {
		if (users.isEmpty()) {
			return 0;
		}
		this.lanes.unpause(registration, this.time.instant());
		return (int) users.stream().filter((user) -> again(registration, ScoreId.of(link, user))).count();
	}

	@Override
	public int resend(RegistrationId registration) {
		this.lanes.unpause(registration, this.time.instant());
		int sent = 0;
		List<ScoreId> refused;
		do {
			refused = this.scores.refused(registration, AT_ONCE);
			int before = sent;
			for (ScoreId score : refused) {
				sent += again(registration, score) ? 1 : 0;
			}
			if (sent == before) {
				break;
			}
		}
		while (refused.size() == AT_ONCE);
		return sent;
	}

	private static LedgerEntry read(ResultSet row, int number) throws SQLException {
		String drift = row.getString("drift");
		return new LedgerEntry(new ScoreId(row.getString("id")), new RegistrationId(row.getString("registration_id")),
				new ResourceLinkId(row.getString("resource_link_id")), row.getString("title"),
				new UserId(row.getString("user_id")), new AttemptId(row.getString("attempt_id")),
				row.getString("module"), row.getString("module_version"),
				Objects.requireNonNull(points(row, "given", "maximum")), JdbcGradeDelivery.status(row, number),
				row.getInt("attempts"), points(row, "sent_given", "sent_maximum"),
				(drift == null) ? null : Drift.valueOf(drift), Utc.instantOrNull(row, "drift_at"),
				points(row, "held_given", "held_maximum"));
	}

	private static @Nullable Points points(ResultSet row, String given, String maximum) throws SQLException {
		BigDecimal value = row.getBigDecimal(given);
		BigDecimal scale = row.getBigDecimal(maximum);
		if (value == null || scale == null || scale.signum() <= 0) {
			return null;
		}
		// A teacher may have given more than there is to have.
		return new Points(value.max(BigDecimal.ZERO).min(scale), scale);
	}

}
