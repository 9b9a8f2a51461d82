package com.humantraffickingexperts.lti.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Instants in the database: {@code datetime(6)} columns that hold UTC. A
 * {@link LocalDateTime} is passed because no driver converts it, so neither the zone of
 * the server, of the session nor of this machine plays a part.
 */
public final class Utc {

	private Utc() {
	}

	/**
	 * An instant as a parameter.
	 * @param instant the instant
	 * @return the UTC date and time, to the microsecond
	 */
	public static LocalDateTime of(Instant instant) {
		return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	/**
	 * An instant that may be absent, as a parameter.
	 * @param instant the instant or null
	 * @return the UTC date and time, to the microsecond, or null
	 */
	public static @Nullable LocalDateTime ofNullable(@Nullable Instant instant) {
		return (instant == null) ? null : of(instant);
	}

	/**
	 * An instant from a row.
	 * @param row the row
	 * @param column the name of a {@code datetime(6) not null} column
	 * @return the instant
	 * @throws SQLException when the column cannot be read
	 */
	public static Instant instant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(instantOrNull(row, column), column);
	}

	/**
	 * An instant that may be absent, from a row.
	 * @param row the row
	 * @param column the name of a {@code datetime(6)} column
	 * @return the instant or null
	 * @throws SQLException when the column cannot be read
	 */
	public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return (time == null) ? null : time.toInstant(ZoneOffset.UTC);
	}

}
