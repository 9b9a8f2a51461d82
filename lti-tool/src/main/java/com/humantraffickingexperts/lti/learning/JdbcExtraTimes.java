package com.humantraffickingexperts.lti.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
			.query((row, number) -> time(row))
			.optional();
	}

	/**
	 * Everything that was agreed with a learner in a course.
	 * @param user the learner
	 * @param course the course
	 * @return the agreements with the names of those who agreed, latest first
	 */
	List<Agreed> all(UserId user, ContextId course) {
		return this.jdbc.sql("""
				select e.percent, e.minutes, e.reason, e.granted_by, e.granted_at, u.name
				from extra_time e left join lti_user u on u.id = e.granted_by
				where e.user_id = :user and e.context_id = :course
				order by e.granted_at desc, e.id desc
				""")
			.param("user", user.value())
			.param("course", course.value())
			.query((row, number) -> new Agreed(time(row), row.getString("name")))
			.list();
	}

	/**
	 * Grants time, unless something else was agreed in the meantime.
	 * @param user the learner
	 * @param course the course
	 * @param time what is agreed
	 * @param number which agreement it is, from 1
	 * @return false when there is such an agreement
	 */
	boolean grant(UserId user, ContextId course, ExtraTime time, int number) {
		try {
			insert(Ids.derived("extra-time", user.value(), course.value(), String.valueOf(number)), user, course, time);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private void insert(String id, UserId user, ContextId course, ExtraTime time) {
		this.jdbc.sql("""
				insert into extra_time (id, user_id, context_id, percent, minutes, reason, granted_by, granted_at)
				values (:id, :user, :course, :percent, :minutes, :reason, :by, :at)
				""")
			.param("id", id)
			.param("user", user.value())
			.param("course", course.value())
			.param("percent", time.percent())
			.param("minutes", time.minutes())
			.param("reason", time.reason())
			.param("by", time.grantedBy().value())
			.param("at", Utc.of(time.grantedAt()))
			.update();
	}

	private static ExtraTime time(ResultSet row) throws SQLException {
		return new ExtraTime(row.getInt("percent"), row.getInt("minutes"),
				Objects.requireNonNull(row.getString("reason")),
				new UserId(Objects.requireNonNull(row.getString("granted_by"))), Utc.instant(row, "granted_at"));
	}

	/**
	 * An agreement.
	 *
	 * @param time what was agreed
	 * @param by the name of whoever agreed, or null
	 */
	record Agreed(ExtraTime time, @Nullable String by) {
	}

}
