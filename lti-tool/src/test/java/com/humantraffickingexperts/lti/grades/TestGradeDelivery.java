package com.humantraffickingexperts.lti.grades;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages may ask of grades, on a test's own database. */
public final class TestGradeDelivery {

	private TestGradeDelivery() {
	}

	/** Reads from a database. */
	public static GradeDelivery on(DataSource database) {
		return new JdbcGradeDelivery(JdbcClient.create(database));
	}

}
