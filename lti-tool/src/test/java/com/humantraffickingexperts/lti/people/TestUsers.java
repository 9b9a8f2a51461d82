package com.humantraffickingexperts.lti.people;

import java.time.Clock;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.registration.TestRegistrations;

/** Users on a test's own database. */
public final class TestUsers {

	private TestUsers() {
	}

	static JdbcUsers stored(TestDatabase database) {
		return new JdbcUsers(database.jdbc(), new NamedParameterJdbcTemplate(database.dataSource()));
	}

	/** All users of a database. */
	public static Users on(TestDatabase database, Clock clock) {
		JdbcUsers stored = stored(database);
		return new Users(stored, new Seats(stored, TestRegistrations.store(database), database.transactions(), clock),
				clock);
	}

}
