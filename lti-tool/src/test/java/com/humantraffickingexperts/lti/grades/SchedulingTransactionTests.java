package com.humantraffickingexperts.lti.grades;

import java.time.Clock;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The scheduler as Spring Boot sets it up takes part in Spring's transactions. */
@OnEachDatabase
class SchedulingTransactionTests {

	private static final TestCompletions COMPLETION = TestCompletions.of(
			TestPlatformCalls.registration("https://lms-a.example", "a", PlatformFamily.MOODLE),
			TestCompletions.ags("https://lms-a.example/l/1", null, AgsScope.SCORE));

	private final TestDatabase.Product product;

	SchedulingTransactionTests(TestDatabase.Product product) {
		this.product = product;
	}

	@Test
	void aTaskIsScheduledTogetherWithTheCompletionOrNotAtAll() {
		try (TestDatabase database = TestDatabase.create(this.product)) {
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
						DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
						JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
						DbSchedulerAutoConfiguration.class))
				.withUserConfiguration(Outbox.class)
				.withPropertyValues("spring.datasource.url=" + database.dataSource().getJdbcUrl(),
						"db-scheduler.delay-startup-until-context-ready=true", "db-scheduler.polling-interval=1h",
						"db-scheduler.immediate-execution-enabled=false")
				.run((context) -> {
					TransactionTemplate transactions = new TransactionTemplate(
							context.getBean(PlatformTransactionManager.class));
					Scheduler scheduler = context.getBean(Scheduler.class);
					transactions.executeWithoutResult((status) -> {
						context.publishEvent(COMPLETION.event(SteppedClock.START));
						status.setRollbackOnly();
					});
					assertThat(scheduler.getScheduledExecutionsForTask(ScoreTasks.DELIVER.getTaskName())).isEmpty();
					transactions
						.executeWithoutResult((status) -> context.publishEvent(COMPLETION.event(SteppedClock.START)));
					assertThat(scheduler.getScheduledExecutionsForTask(ScoreTasks.DELIVER.getTaskName())).hasSize(1);
				});
		}
	}

	@Test
	void aCompletionOutsideATransactionIsAProgrammingError() {
		try (TestDatabase database = TestDatabase.create(this.product)) {
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
						DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
						JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
						DbSchedulerAutoConfiguration.class))
				.withUserConfiguration(Outbox.class)
				.withPropertyValues("spring.datasource.url=" + database.dataSource().getJdbcUrl(),
						"db-scheduler.polling-interval=1h")
				.run((context) -> assertThatExceptionOfType(IllegalTransactionStateException.class)
					.isThrownBy(() -> context.publishEvent(COMPLETION.event(SteppedClock.START))));
		}
	}

	/** The parts that write what is owed. */
	@Configuration(proxyBeanMethods = false)
	@Import({ JdbcScores.class, ScoreOutbox.class })
	static class Outbox {

		@Bean
		Clock clock() {
			return new SteppedClock();
		}

	}

}
