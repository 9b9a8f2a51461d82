package com.humantraffickingexperts.lti.learning;

import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.people.UserId;

/**
 * All SQL of {@code extra_time}. Nothing is changed or deleted: it tells who agreed to
 * what.
 */
@Repository
class JdbcExtraTimes {

	private final JdbcClient jdbc;

	JdbcExtraTimes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What holds for a learner in a course.
	 * @param user the learner
	 * @param course the course
	 * @return the latest agreement, or empty when there is none
	 */
	Optional<ExtraTime> of(UserId user, ContextId course) {
		return this.jdbc.sql("""
				select percent, minutes, reason, granted_by, granted_at from extra_time
				where user_id = :user and context_id = :course
				order by granted_at desc, id desc limit 1
				""")
			.param("user", user.value())
			.param("course", course.value())
			.query((row, number) -> new ExtraTime(row.getInt("percent"), row.getInt("minutes"),
					Objects.requireNonNull(row.getString("reason")),
					new UserId(Objects.requireNonNull(row.getString("granted_by"))), Utc.instant(row, "granted_at")))
			.optional();
	}

	void grant(UserId user, ContextId course, ExtraTime time) {
		this.jdbc.sql("""
				insert into extra_time (id, user_id, context_id, percent, minutes, reason, granted_by, granted_at)
				values (:id, :user, :course, :percent, :minutes, :reason, :by, :at)
				""")
			.param("id", Ids.inTimeOrder(time.grantedAt()))
			.param("user", user.value())
			.param("course", course.value())
			.param("percent", time.percent())
			.param("minutes", time.minutes())
			.param("reason", time.reason())
			.param("by", time.grantedBy().value())
			.param("at", Utc.of(time.grantedAt()))
			.update();
	}

}
