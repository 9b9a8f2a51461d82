package com.humantraffickingexperts.lti.grades;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When scores are delivered. */
@Configuration(proxyBeanMethods = false)
class ScoreTasks {

	static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("deliver-score");

	/** A delivery that is late by so much has lost its task. */
	static final Duration OVERDUE = Duration.ofMinutes(10);

	private static final int AT_ONCE = 500;

	@Bean
	Backoff scoreBackoff(GradesSettings settings) {
		return new Backoff(settings.firstRetry(), settings.longestRetry(),
				() -> ThreadLocalRandom.current().nextDouble());
	}

	/**
	 * Delivers one revision of a score. A delivery that was cut off by the end of its
	 * process is taken up again by another.
	 */
	@Bean
	CustomTask<Void> deliverScore(ScorePublisher publisher, Backoff backoff) {
		return Tasks.custom(DELIVER).onFailure((complete, operations) -> {
			int failures = complete.getExecution().consecutiveFailures + 1;
			operations.reschedule(complete, complete.getTimeDone().plus(backoff.after(failures, null)));
		}).onDeadExecutionRevive().execute((instance, context) -> {
			Optional<Instant> next = publisher.deliver(Revision.ofTask(instance.getId()));
			return next
				.<CompletionHandler<Void>>map((at) -> (complete, operations) -> operations.reschedule(complete, at))
				.orElse((complete, operations) -> operations.remove());
		});
	}

	/**
	 * Gives back the task to whatever is owed and has none, whoever removed it: what is
	 * owed is decided by the table of scores alone.
	 */
	@Bean
	RecurringTask<Void> resumeScores(JdbcScores scores, Clock clock) {
		return Tasks.recurring("resume-scores", FixedDelay.ofMinutes(5)).execute((instance, context) -> {
			Instant now = clock.instant();
			for (Revision revision : scores.overdue(now.minus(OVERDUE), AT_ONCE)) {
				context.getSchedulerClient().scheduleIfNotExists(DELIVER.instance(revision.task()).build(), now);
			}
		});
	}

}
