package com.humantraffickingexperts.lti.grades;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.people.UserId;

/** What pages read of {@code score}. */
@Repository
class JdbcGradeDelivery implements GradeDelivery {

	private final JdbcClient jdbc;

	JdbcGradeDelivery(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<GradeStatus> of(AttemptId attempt) {
		return this.jdbc.sql("""
				select state, reason, owed_at, sent_at, next_attempt_at from score
				where attempt_id = :attempt and revision > 0
				""").param("attempt", attempt.value()).query(JdbcGradeDelivery::status).optional();
	}

	@Override
	public Map<UserId, GradeStatus> of(ResourceLinkId link) {
		Map<UserId, GradeStatus> grades = new HashMap<>();
		this.jdbc.sql("""
				select user_id, state, reason, owed_at, sent_at, next_attempt_at from score
				where resource_link_id = :link and revision > 0
				""").param("link", link.value()).query((row) -> {
			grades.put(new UserId(Objects.requireNonNull(row.getString("user_id"))), status(row, 0));
		});
		return grades;
	}

	@Override
	public Optional<GradeStatus> of(ResourceLinkId link, UserId user) {
		return this.jdbc.sql("""
				select state, reason, owed_at, sent_at, next_attempt_at from score where id = :id and revision > 0
				""").param("id", ScoreId.of(link, user).value()).query(JdbcGradeDelivery::status).optional();
	}

	static GradeStatus status(ResultSet row, int number) throws SQLException {
		return new GradeStatus(DeliveryState.valueOf(row.getString("state")), reason(row), Utc.instant(row, "owed_at"),
				Utc.instantOrNull(row, "sent_at"), Utc.instantOrNull(row, "next_attempt_at"));
	}

	private static @Nullable DeliveryReason reason(ResultSet row) throws SQLException {
		String reason = row.getString("reason");
		return (reason == null) ? null : DeliveryReason.valueOf(reason);
	}

}
