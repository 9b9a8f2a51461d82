package com.humantraffickingexperts.lti.roster;

import java.time.Clock;
import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rosters on a test's own database, which nobody reads. */
public final class TestRosters {

	private TestRosters() {
	}

	/** The rosters of a database. */
	public static Rosters on(DataSource database, Clock clock) {
		return new ScheduledRosters(
				new JdbcRosters(JdbcClient.create(database), new NamedParameterJdbcTemplate(database)),
				SchedulerClient.Builder.create(database).build(), clock);
	}

}
