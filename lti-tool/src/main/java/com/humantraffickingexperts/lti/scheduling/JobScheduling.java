package com.humantraffickingexperts.lti.scheduling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import com.humantraffickingexperts.lti.database.SharedTime;

/**
 * The scheduler over the tool's database. What is scheduled within a transaction is
 * scheduled only if the transaction commits. db-scheduler's own starter is made for
 * another generation of Spring Boot.
 */
@Configuration(proxyBeanMethods = false)
class JobScheduling {

	/**
	 * Work of a node that ended in the middle of it is taken up by another after twenty
	 * seconds.
	 */
	private static final Duration HEARTBEAT = Duration.ofSeconds(5);

	private static final int MISSED_HEARTBEATS = 4;

	private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(20);

	@Bean(destroyMethod = "stop")
	Scheduler scheduler(DataSource dataSource, List<Task<?>> tasks, JobsSettings settings, SharedTime time) {
		List<RecurringTask<?>> recurring = tasks.stream()
			.filter(RecurringTask.class::isInstance)
			.<RecurringTask<?>>map((task) -> (RecurringTask<?>) task)
			.toList();
		List<Task<?>> onDemand = tasks.stream().filter((task) -> !(task instanceof RecurringTask)).toList();
		return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), onDemand)
			.startTasks(recurring)
			.clock(time::instant)
			.threads(settings.threads())
			.executorService(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory()))
			.pollingInterval(settings.pollingInterval())
			.heartbeatInterval(HEARTBEAT)
			.missedHeartbeatsLimit(MISSED_HEARTBEATS)
			.alwaysPersistTimestampInUTC()
			.enableImmediateExecution()
			.shutdownMaxWait(LONGEST_SHUTDOWN)
			.build();
	}

	@Bean
	Start start(Scheduler scheduler, JobsSettings settings) {
		return new Start(scheduler, settings);
	}

	/** Starts the work once the tool answers requests. */
	record Start(Scheduler scheduler, JobsSettings settings) {

		@EventListener(ApplicationReadyEvent.class)
		void start() {
			if (this.settings.enabled()) {
				this.scheduler.start();
			}
		}

	}

}
