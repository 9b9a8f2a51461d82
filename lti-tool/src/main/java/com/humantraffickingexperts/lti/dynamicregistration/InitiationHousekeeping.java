package com.humantraffickingexperts.lti.dynamicregistration;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what platforms said of themselves a day after it was last needed. */
@Configuration(proxyBeanMethods = false)
class InitiationHousekeeping {

	private static final Duration KEPT = Duration.ofDays(1);

	@Bean
	RecurringTask<Void> forgetInitiations(JdbcInitiations initiations, Clock clock) {
		return Tasks.recurring("forget-registration-initiations", FixedDelay.ofHours(1))
			.execute((instance, context) -> initiations.forget(clock.instant().minus(KEPT)));
	}

}
