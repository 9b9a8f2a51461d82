package com.humantraffickingexperts.lti.learning;

import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.people.UserId;

/**
 * How people want to read, remembered for the person and not for the browser. It is read
 * by {@link JdbcVisits}, together with what else every page needs.
 */
@Repository
class Readings {

	private final JdbcClient jdbc;

	private final Clock clock;

	Readings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void textOnly(UserId user, boolean value) {
		save(user, "text_only", value);
	}

	void equivalents(UserId user, boolean value) {
		save(user, "equivalents", value);
	}

	private void save(UserId user, String column, boolean value) {
		this.jdbc.sql("insert into reading_preference (user_id, " + column + """
				, saved_at) values (:user, :value, :now)
				on duplicate key update saved_at = values(saved_at), """ + column + " = values(" + column + ")")
			.param("user", user.value())
			.param("value", value)
			.param("now", Utc.of(this.clock.instant()))
			.update();
	}

}
