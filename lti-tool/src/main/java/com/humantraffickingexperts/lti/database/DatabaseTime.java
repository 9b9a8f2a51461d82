package com.humantraffickingexperts.lti.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * This node's clock, corrected by the database server's. The difference is measured twice
 * a minute, and at once when the clock jumps. A difference of less than two seconds is
 * left alone: the servers tell whole seconds, and nobody else corrects a good clock.
 */
@Component
class DatabaseTime implements SharedTime {

	private static final Logger LOG = LoggerFactory.getLogger(DatabaseTime.class);

	private static final Duration MEASURED_EVERY = Duration.ofSeconds(30);

	private static final Duration NOISE = Duration.ofSeconds(2);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final boolean embedded;

	private final ReentrantLock measuring = new ReentrantLock();

	private volatile @Nullable Measured measured;

	DatabaseTime(JdbcClient jdbc, DataSource dataSource, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.embedded = embedded(dataSource);
	}

	private static boolean embedded(DataSource dataSource) {
		try (Connection connection = dataSource.getConnection()) {
			return "H2".equals(connection.getMetaData().getDatabaseProductName());
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database does not say what it is", ex);
		}
	}

	@Override
	public Instant instant() {
		Instant now = this.clock.instant();
		if (this.embedded) {
			return now;
		}
		Measured known = this.measured;
		if (known == null || known.outdated(now)) {
			known = measure(known);
			now = this.clock.instant();
		}
		return now.plus(known.ahead);
	}

	private Measured measure(@Nullable Measured known) {
		this.measuring.lock();
		try {
			Measured other = this.measured;
			if (other != null && other != known && !other.outdated(this.clock.instant())) {
				return other;
			}
			Measured fresh = measured(known);
			this.measured = fresh;
			return fresh;
		}
		finally {
			this.measuring.unlock();
		}
	}

	private Measured measured(@Nullable Measured known) {
		try {
			long seconds = this.jdbc.sql("select unix_timestamp()").query(Long.class).single();
			Instant now = this.clock.instant();
			Duration ahead = Duration.between(now, Instant.ofEpochSecond(seconds).plusMillis(500));
			if (ahead.abs().compareTo(NOISE) < 0) {
				ahead = Duration.ZERO;
			}
			else if (known == null || known.ahead.minus(ahead).abs().compareTo(NOISE) >= 0) {
				LOG.warn("The clock of this node and that of the database differ by {} seconds", ahead.toSeconds());
			}
			return new Measured(now, System.nanoTime(), ahead);
		}
		catch (DataAccessException ex) {
			return new Measured(this.clock.instant(), System.nanoTime(), (known == null) ? Duration.ZERO : known.ahead);
		}
	}

	/**
	 * What was measured.
	 *
	 * @param at when, by this node's clock
	 * @param nanos when, by what only ever goes forward
	 * @param ahead how far the database is ahead
	 */
	private record Measured(Instant at, long nanos, Duration ahead) {

		boolean outdated(Instant now) {
			Duration passed = Duration.ofNanos(System.nanoTime() - this.nanos);
			return passed.compareTo(MEASURED_EVERY) >= 0
					|| Duration.between(this.at, now).minus(passed).abs().compareTo(NOISE) >= 0;
		}

	}

}
