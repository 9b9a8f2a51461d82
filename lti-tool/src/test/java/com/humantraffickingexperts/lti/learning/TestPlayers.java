package com.humantraffickingexperts.lti.learning;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.keys.ToolSecrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Players on a test's own database. Every draw is the same. */
class TestPlayers {

	private static final ToolSecrets SECRETS = (purpose) -> Ids.derived("secret", purpose).getBytes(US_ASCII);

	static Player on(TestDatabase database, ApplicationEventPublisher events, Clock clock) {
		return on(database, events, clock, TestCoursePackages.catalog());
	}

	/** On a node that has a catalogue. */
	static Player on(TestDatabase database, ApplicationEventPublisher events, Clock clock, Catalog catalog) {
		return new Player(new JdbcAttempts(database.jdbc()), new JdbcTries(database.jdbc()),
				new JdbcWalks(database.jdbc()), new JdbcReflections(database.jdbc(), new ReflectionSeal(SECRETS)),
				new JdbcExtraTimes(database.jdbc()),
				new Regrading(catalog, new JdbcTries(database.jdbc()), new JdbcRegrades(database.jdbc()), clock),
				database.transactions(), events, () -> 42, clock);
	}

	private TestPlayers() {
	}

}
