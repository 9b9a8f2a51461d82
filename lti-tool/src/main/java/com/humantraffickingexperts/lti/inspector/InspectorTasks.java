package com.humantraffickingexperts.lti.inspector;

import java.time.Clock;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.humantraffickingexperts.lti.admin.AdminSection;

/** What the inspector does by itself, and where it is found. */
@Configuration(proxyBeanMethods = false)
class InspectorTasks {

	private static final int ORDER = 300;

	@Bean
	RecurringTask<Void> forgetLaunchRecords(JdbcLaunchRecords records, InspectorSettings settings, Clock clock) {
		return Tasks.recurring("forget-launch-records", FixedDelay.ofHours(1))
			.execute((instance, context) -> records.forget(clock.instant().minus(settings.kept())));
	}

	@Bean
	AdminSection launchesSection() {
		return AdminSection.of(ORDER, "inspector.section", "/admin/launches");
	}

}
