package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.database.SharedTime;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.Registrations;

/** When scores are delivered. */
@Configuration(proxyBeanMethods = false)
class ScoreTasks {

	/** Works through a lane. Its instance is the lane's epoch. */
	static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("deliver-scores");

	private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);

	private static final LocalTime AT_NIGHT = LocalTime.of(2, 40);

	private static final Executor AT_ONCE = (work) -> Thread.ofVirtual().name("lane-call").start(work);

	@Bean
	Backoff scoreBackoff(GradesSettings settings) {
		return new Backoff(settings.firstRetry(), settings.longestRetry(),
				() -> ThreadLocalRandom.current().nextDouble());
	}

	/** Lazy, because the scheduler is made of the tasks that use it. */
	@Bean
	LaneCalls laneCalls(JdbcLanes lanes, @Lazy SchedulerClient scheduler, SharedTime time) {
		return new LaneCalls(lanes, scheduler, time, AT_ONCE);
	}

	/**
	 * Works through what is due at one platform. When it fails, or ends with its node,
	 * the look at every lane makes the next.
	 */
	@Bean
	CustomTask<Void> deliverScores(ScoreLanes lanes) {
		return Tasks.custom(DELIVER)
			.onFailure((complete, operations) -> operations.remove())
			.onDeadExecution((execution, operations) -> operations.remove())
			.execute((instance, context) -> {
				lanes.work(Lane.ofTask(instance.getId()), () -> context.getSchedulerState().isShuttingDown());
				return (complete, operations) -> operations.remove();
			});
	}

	/**
	 * Calls a node to every lane on which something is due: what is owed is decided by
	 * the table of scores alone.
	 */
	@Bean
	RecurringTask<Void> lookAtLanes(JdbcLanes lanes, LaneCalls calls, SharedTime time) {
		return Tasks.recurring("look-at-score-lanes", FixedDelay.of(LOOKED_AT_EVERY)).execute((instance, context) -> {
			Instant now = time.instant();
			lanes.waiting(now).forEach(calls::call);
		});
	}

	/** Makes the lanes of scores whose node ended between the commit and the call. */
	@Bean
	RecurringTask<Void> resumeScores(JdbcLanes lanes, SharedTime time) {
		return Tasks.recurring("resume-scores", FixedDelay.ofMinutes(1))
			.execute((instance, context) -> lanes.openForgotten(time.instant()));
	}

	/** Lazy, because the scheduler is made of the tasks that use it. */
	@Bean
	ScoreReconciliation reconciliation(JdbcReadings readings, JdbcScoreEvents events, Results results,
			Registrations registrations, ScoreOutbox outbox, TransactionOperations transactions,
			@Lazy SchedulerClient scheduler, SharedTime time) {
		return new ScoreReconciliation(readings, events, results, registrations, outbox, transactions, scheduler, time);
	}

	/** Compares the gradebooks of one platform with what was delivered. */
	@Bean
	CustomTask<Void> readGradebooks(ScoreReconciliation reconciliation) {
		return Tasks.custom(ScoreReconciliation.READ)
			.onFailure((complete, operations) -> operations.remove())
			.onDeadExecution((execution, operations) -> operations.remove())
			.execute((instance, context) -> {
				reconciliation.read(new RegistrationId(instance.getId()));
				return (complete, operations) -> operations.remove();
			});
	}

	/** Every night. */
	@Bean
	RecurringTask<Void> readAllGradebooks(ScoreReconciliation reconciliation) {
		return Tasks.recurring("read-all-gradebooks", new Daily(ZoneOffset.UTC, AT_NIGHT))
			.execute((instance, context) -> reconciliation.requestAll());
	}

}
