package com.humantraffickingexperts.lti.doctor;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** When the canary looks, and what monitoring sees of it. */
@Configuration(proxyBeanMethods = false)
class CanaryTasks {

	@Bean
	RecurringTask<Void> doctorCanary(Canary canary, DoctorSettings settings) {
		return Tasks.recurring("doctor-canary", FixedDelay.ofMinutes(1)).execute((instance, context) -> {
			if (settings.canary()) {
				canary.round();
			}
		});
	}

	@Bean
	MeterBinder doctorAlerts(JdbcCanary canaries) {
		return (MeterRegistry meters) -> Gauge.builder("htmse.doctor.alerts", canaries, CanaryTasks::open)
			.description("Registrations that the canary found unwell and that are not well again")
			.register(meters);
	}

	private static double open(JdbcCanary canaries) {
		try {
			return canaries.open().size();
		}
		catch (DataAccessException ex) {
			return Double.NaN;
		}
	}

}
