package com.humantraffickingexperts.lti.database;

import java.util.List;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Rows that are written together. */
public final class Rows {

	/**
	 * Writes rows in one round trip. One row is not sent as a batch of one, because
	 * MySQL's driver prepares that anew each time.
	 * @param jdbc the database
	 * @param sql a statement that writes one row
	 * @param rows the statement's parameters for each row; if there are none, nothing is
	 * written
	 */
	public static void write(NamedParameterJdbcOperations jdbc, String sql, List<? extends SqlParameterSource> rows) {
		if (rows.size() == 1) {
			jdbc.update(sql, rows.getFirst());
		}
		else if (!rows.isEmpty()) {
			jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
		}
	}

	private Rows() {
	}

}
