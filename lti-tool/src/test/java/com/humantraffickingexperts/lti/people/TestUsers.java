package com.humantraffickingexperts.lti.people;

import java.time.Clock;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.registration.TestRegistrations;

/** The users of a test's own database, as one node knows them. */
public class TestUsers {

	/**
	 * Users of which this node remembers nothing yet.
	 * @param database where they are stored
	 * @return the users
	 */
	public static Users on(TestDatabase database) {
		JdbcUsers stored = new JdbcUsers(database.jdbc());
		return new Users(stored,
				new Seats(stored, TestRegistrations.store(database), database.transactions(), Clock.systemUTC()),
				Clock.systemUTC());
	}

	private TestUsers() {
	}

}
