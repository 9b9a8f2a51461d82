package com.humantraffickingexperts.lti.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.Registrations;

/**
 * Erases names of pseudonymous registrations once more: a launch on a node that had not
 * yet heard of the switch may have stored one.
 */
@Configuration(proxyBeanMethods = false)
class PeopleHousekeeping {

	@Bean
	RecurringTask<Void> forgetNames(Users users, Registrations registrations) {
		return Tasks.recurring("forget-names", FixedDelay.ofHours(1))
			.execute((instance, context) -> registrations.all()
				.stream()
				.filter((registration) -> registration.terms().pseudonymous())
				.map(Registration::id)
				.forEach(users::forgetNames));
	}

}
