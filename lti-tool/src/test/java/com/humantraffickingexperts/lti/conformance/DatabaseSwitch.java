package com.humantraffickingexperts.lti.conformance;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The tool's database, which a case can switch off. */
final class DatabaseSwitch extends DelegatingDataSource {

	private volatile boolean down;

	DatabaseSwitch(DataSource real) {
		super(real);
	}

	void down(boolean off) {
		this.down = off;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.down) {
			throw new SQLTransientConnectionException("the database is switched off");
		}
		return super.getConnection();
	}

}
