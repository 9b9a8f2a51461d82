package com.humantraffickingexperts.lti.learning;

import java.time.Clock;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.humantraffickingexperts.lti.catalog.Catalog;

/** What classes have done, on a test's own database. */
public final class TestClassProgress {

	private TestClassProgress() {
	}

	/** Reads from a database. */
	public static ClassProgress on(DataSource database, Catalog catalog, Clock clock) {
		return stored(database, catalog, clock);
	}

	/** Acts on a database. */
	public static ClassActs acts(DataSource database, Catalog catalog, Clock clock) {
		return stored(database, catalog, clock);
	}

	private static StoredClass stored(DataSource database, Catalog catalog, Clock clock) {
		JdbcClient jdbc = JdbcClient.create(database);
		return new StoredClass(catalog, new JdbcClass(jdbc), new JdbcAttempts(jdbc), new JdbcTries(jdbc),
				new Regrading(catalog, new JdbcTries(jdbc), new JdbcRegrades(jdbc), clock), new JdbcExtraTimes(jdbc),
				new TransactionTemplate(new JdbcTransactionManager(database)), clock);
	}

}
