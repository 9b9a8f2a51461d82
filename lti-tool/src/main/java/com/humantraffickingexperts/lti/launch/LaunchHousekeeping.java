package com.humantraffickingexperts.lti.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;

/**
 * Forgets what launches no longer need: used nonces, parked launches, and in the end the
 * launches themselves.
 */
@Configuration(proxyBeanMethods = false)
class LaunchHousekeeping {

	/** No token is taken for longer than this after its launch. */
	static final Duration NONCE_KEPT = IdTokenVerifier.LONGEST_LIFE.plus(Duration.ofHours(1));

	/** How long administrators can look back. */
	static final Duration LAUNCH_KEPT = Duration.ofDays(30);

	private static final int AT_ONCE = 1000;

	@Bean
	RecurringTask<Void> forgetLaunches(JdbcClient jdbc, Clock clock) {
		return Tasks.recurring("forget-launches", FixedDelay.ofMinutes(10))
			.execute((instance, context) -> forget(jdbc, clock.instant()));
	}

	static void forget(JdbcClient jdbc, Instant now) {
		jdbc.sql("delete from pending_launch where expires_at < :now").param("now", Utc.of(now)).update();
		Instant nonceLimit = now.minus(NONCE_KEPT);
		jdbc.sql("""
				update launch set nonce_digest = null
				where id >= :from and id < :to and nonce_digest is not null
				""")
			.param("from", Ids.earliest(nonceLimit.minus(NONCE_KEPT)))
			.param("to", Ids.earliest(nonceLimit))
			.update();
		int forgotten;
		do {
			forgotten = jdbc.sql("delete from launch where id < :before limit " + AT_ONCE)
				.param("before", Ids.earliest(now.minus(LAUNCH_KEPT)))
				.update();
		}
		while (forgotten == AT_ONCE);
	}

}
