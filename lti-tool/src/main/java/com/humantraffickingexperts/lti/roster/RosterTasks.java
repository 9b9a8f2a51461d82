package com.humantraffickingexperts.lti.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.humantraffickingexperts.lti.launch.ContextId;

/**
 * When the members of contexts are read. There is one task for each context, so a list is
 * read once at a time, whoever asks for it and on whichever node.
 */
@Configuration(proxyBeanMethods = false)
class RosterTasks {

	static final TaskDescriptor<Integer> READ = TaskDescriptor.of("read-roster", Integer.class);

	/** A course that nobody opened for so long is over. */
	static final Duration IN_USE = Duration.ofDays(30);

	/**
	 * The night's lists are read over so long, so that no platform is asked for all at
	 * once.
	 */
	private static final Duration NIGHT = Duration.ofHours(2);

	private static final LocalTime NIGHTFALL = LocalTime.of(1, 30);

	@Bean
	CustomTask<Integer> readRoster(RosterReader reader) {
		return Tasks.custom(READ)
			.onFailure((complete, operations) -> operations.remove())
			.onDeadExecutionRevive()
			.execute((instance, context) -> {
				int failures = (instance.getData() == null) ? 0 : instance.getData();
				Optional<Instant> next = reader.read(new ContextId(instance.getId()), failures);
				return next
					.<CompletionHandler<Integer>>map(
							(at) -> (complete, operations) -> operations.reschedule(complete, at, failures + 1))
					.orElse((complete, operations) -> operations.remove());
			});
	}

	@Bean
	RecurringTask<Void> readRostersAtNight(JdbcRosters rosters, Clock clock) {
		return Tasks.recurring("read-rosters-at-night", Schedules.daily(ZoneOffset.UTC, NIGHTFALL))
			.execute((instance, context) -> {
				Instant now = clock.instant();
				List<ContextId> active = rosters.active(now.minus(IN_USE));
				for (int index = 0; index < active.size(); index++) {
					context.getSchedulerClient()
						.scheduleIfNotExists(READ.instance(active.get(index).value()).data(0).build(),
								now.plus(NIGHT.multipliedBy(index).dividedBy(active.size())));
				}
			});
	}

}
