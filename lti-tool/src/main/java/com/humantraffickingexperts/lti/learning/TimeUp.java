package com.humantraffickingexperts.lti.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.humantraffickingexperts.lti.launch.LaunchId;
import com.humantraffickingexperts.lti.launch.RememberedLaunches;
import com.humantraffickingexperts.lti.learning.JdbcTries.Overdue;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * Hands in checks whose time is up although nobody looks any more, so that no grade is
 * left lying. Whoever does look has it handed in at once.
 */
@Configuration(proxyBeanMethods = false)
class TimeUp {

	private static final Logger logger = LoggerFactory.getLogger(TimeUp.class);

	/** Launches are kept so long; what is older waits for its learner. */
	private static final Duration LONGEST_AGO = Duration.ofDays(29);

	private static final int AT_ONCE = 200;

	private final Visits visits;

	private final Player player;

	private final JdbcTries tries;

	private final RememberedLaunches launches;

	private final Clock clock;

	TimeUp(Visits visits, Player player, JdbcTries tries, RememberedLaunches launches, Clock clock) {
		this.visits = visits;
		this.player = player;
		this.tries = tries;
		this.launches = launches;
		this.clock = clock;
	}

	@Bean
	RecurringTask<Void> handInOverdueChecks() {
		return Tasks.recurring("hand-in-overdue-checks", FixedDelay.ofMinutes(1))
			.execute((instance, context) -> handIn());
	}

	/**
	 * Hands in what is overdue.
	 * @return how many tries were handed in
	 */
	int handIn() {
		Instant limit = this.clock.instant().minus(Player.GRACE);
		int handedIn = 0;
		String after = "";
		List<Overdue> some;
		do {
			some = this.tries.overdue(limit.minus(LONGEST_AGO), limit, after, AT_ONCE);
			for (Overdue overdue : some) {
				handedIn += handIn(overdue) ? 1 : 0;
				after = overdue.id();
			}
		}
		while (some.size() == AT_ONCE);
		return handedIn;
	}

	private boolean handIn(Overdue overdue) {
		try {
			return this.launches.find(new LaunchId(overdue.launch()))
				.map(this.visits::of)
				.filter((visit) -> this.player.find(visit)
					.filter((attempt) -> attempt.id().equals(overdue.attempt()))
					.isPresent())
				.filter((visit) -> this.player.handInOverdue(visit, Player.GRACE))
				.isPresent();
		}
		catch (ToolError ex) {
			if (ex.code() == LearningError.MODULE_WITHDRAWN) {
				// Its questions were wrong: the try ends without counting.
				this.tries.discard(overdue.id());
			}
			// Otherwise it waits: what is not offered here today may be offered again.
			logger.info("The try {} is not handed in: {}", overdue.id(), ex.getMessage());
			return false;
		}
	}

}
