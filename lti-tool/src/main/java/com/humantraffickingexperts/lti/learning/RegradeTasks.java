package com.humantraffickingexperts.lti.learning;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;

import com.humantraffickingexperts.lti.database.SharedTime;

/** When errata are looked at: once a node starts with new ones, and then regularly. */
@Configuration(proxyBeanMethods = false)
class RegradeTasks {

	/** Its instance stands for the errata of a catalogue. */
	private static final TaskDescriptor<Void> AT_START = TaskDescriptor.of("regrade-at-start");

	private static final int EVERY_MINUTES = 10;

	/**
	 * What was handed in on a node that did not know the errata yet is found later, and
	 * so is what failed.
	 */
	@Bean
	RecurringTask<Void> regradeRegularly(Regrades regrades) {
		return Tasks.recurring("regrade", FixedDelay.ofMinutes(EVERY_MINUTES))
			.execute((instance, context) -> regrades.regrade(() -> context.getSchedulerState().isShuttingDown()));
	}

	@Bean
	CustomTask<Void> regradeAtStart(Regrades regrades) {
		return Tasks.custom(AT_START)
			.onFailure((complete, operations) -> operations.remove())
			.onDeadExecution((execution, operations) -> operations.remove())
			.execute((instance, context) -> {
				regrades.regrade(() -> context.getSchedulerState().isShuttingDown());
				return (complete, operations) -> operations.remove();
			});
	}

	/** Lazy, because the scheduler is made of the tasks that use it. */
	@Bean
	Start startRegrading(Regrades regrades, @Lazy SchedulerClient scheduler, SharedTime time) {
		return new Start(regrades, scheduler, time);
	}

	/** A catalogue is read when a node starts, so that is when it may be another. */
	record Start(Regrades regrades, SchedulerClient scheduler, SharedTime time) {

		@EventListener(ApplicationReadyEvent.class)
		void start() {
			this.regrades.errata()
				.ifPresent((errata) -> this.scheduler.scheduleIfNotExists(AT_START.instance(errata).build(),
						this.time.instant()));
		}

	}

}
