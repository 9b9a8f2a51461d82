package com.humantraffickingexperts.lti.grades;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Rows;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.learning.Points;

/** All SQL of {@code score_event}. */
@Repository
class JdbcScoreEvents {

	/** So many of the newest revisions keep their history. */
	private static final int REVISIONS_KEPT = 20;

	private final NamedParameterJdbcOperations jdbc;

	JdbcScoreEvents(NamedParameterJdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	void add(ScoreId score, ScoreEvent event) {
		add(List.of(new Of(score, event)));
		if (event.revision() > REVISIONS_KEPT) {
			this.jdbc.update("delete from score_event where score_id = :score and revision <= :revision",
					Map.of("score", score.value(), "revision", event.revision() - REVISIONS_KEPT));
		}
	}

	void add(List<Of> events) {
		Rows.write(this.jdbc, """
				insert into score_event (score_id, revision, kind, reason, judged_by, status, times, given, maximum,
				  first_at, last_at, next_at, note)
				values (:score, :revision, :kind, :reason, :judgedBy, :status, 1, :given, :maximum, :at, :at, :next,
				  :note)
				on duplicate key update times = times + 1, last_at = values(last_at), next_at = values(next_at),
				  status = values(status), judged_by = values(judged_by), given = values(given),
				  maximum = values(maximum)
				""", events.stream().map(JdbcScoreEvents::parameters).toList());
	}

	private static MapSqlParameterSource parameters(Of added) {
		ScoreEvent event = added.event;
		return new MapSqlParameterSource().addValue("score", added.score.value())
			.addValue("revision", event.revision())
			.addValue("kind", event.kind().name())
			.addValue("reason", (event.reason() == null) ? "" : event.reason().name())
			.addValue("judgedBy", (event.judgedBy() == null) ? null : event.judgedBy().name())
			.addValue("status", event.status())
			.addValue("given", event.points().given())
			.addValue("maximum", event.points().maximum())
			.addValue("at", Utc.of(event.lastAt()))
			.addValue("next", Utc.ofNullable(event.nextAt()))
			.addValue("note", event.note());
	}

	/** What happened to a score, newest first. */
	List<ScoreEvent> of(ScoreId score) {
		return this.jdbc.query("""
				select * from score_event where score_id = :score
				order by revision desc, last_at desc, first_at desc, case when kind in ('OWED', 'REGRADED', 'RESENT')
				  then 1 else 0 end, kind
				""", Map.of("score", score.value()), JdbcScoreEvents::read);
	}

	private static ScoreEvent read(ResultSet row, int number) throws SQLException {
		String reason = row.getString("reason");
		String judgedBy = row.getString("judged_by");
		int status = row.getInt("status");
		@Nullable Integer answered = row.wasNull() ? null : Integer.valueOf(status);
		return new ScoreEvent(row.getInt("revision"), ScoreEvent.Kind.valueOf(row.getString("kind")),
				reason.isEmpty() ? null : DeliveryReason.valueOf(reason),
				(judgedBy == null) ? null : JudgedBy.valueOf(judgedBy), answered, row.getInt("times"),
				new Points(row.getBigDecimal("given"), row.getBigDecimal("maximum")), Utc.instant(row, "first_at"),
				Utc.instant(row, "last_at"), Utc.instantOrNull(row, "next_at"), row.getString("note"));
	}

	/**
	 * An event of a score.
	 *
	 * @param score the score
	 * @param event what happened
	 */
	record Of(ScoreId score, ScoreEvent event) {
	}

}
