package com.humantraffickingexperts.lti.grades;

import java.util.function.Consumer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.SharedTime;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The scheduler as the tool sets it up takes part in Spring's transactions. */
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
	void theDeliveryIsCalledOnceTheCompletionIsRecordedAndNotOtherwise() {
		onADatabase((context) -> {
			TransactionTemplate transactions = new TransactionTemplate(
					context.getBean(PlatformTransactionManager.class));
			Scheduler scheduler = context.getBean(Scheduler.class);
			transactions.executeWithoutResult((status) -> {
				context.publishEvent(COMPLETION.event(SteppedClock.START));
				status.setRollbackOnly();
			});
			assertThat(scheduler.getScheduledExecutions()).isEmpty();
			transactions.executeWithoutResult((status) -> context.publishEvent(COMPLETION.event(SteppedClock.START)));
			assertThat(scheduler.getScheduledExecutions()).hasSize(1);
		});
	}

	@Test
	void aCompletionOutsideATransactionIsAProgrammingError() {
		onADatabase((context) -> assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> context.publishEvent(COMPLETION.event(SteppedClock.START))));
	}

	private void onADatabase(Consumer<ApplicationContext> test) {
		try (TestDatabase database = TestDatabase.create(this.product)) {
			if (this.product == TestDatabase.Product.H2) {
				// Spring Boot's user for embedded databases.
				database.jdbc().sql("create user if not exists sa password '' admin").update();
			}
			run(database, test);
		}
	}

	private static void run(TestDatabase database, Consumer<ApplicationContext> test) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Outbox.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties("spring.config.location=optional:classpath:/none/",
					"spring.datasource.url=" + database.dataSource().getJdbcUrl(), "spring.flyway.enabled=false",
					"htmse.jobs.enabled=false")
			.run()) {
			test.accept(context);
		}
	}

	/** The parts that write what is owed. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ConfigurationPropertiesScan("com.humantraffickingexperts.lti.scheduling")
	@ComponentScan("com.humantraffickingexperts.lti.scheduling")
	@Import({ JdbcScores.class, JdbcScoreEvents.class, JdbcLanes.class, ScoreOutbox.class })
	static class Outbox {

		@Bean
		CustomTask<Void> deliverScore() {
			return Tasks.custom(ScoreTasks.DELIVER)
				.onFailureReschedule(FixedDelay.ofHours(1))
				.execute((instance, execution) -> (complete, operations) -> operations.remove());
		}

		@Bean
		SharedTime time() {
			return () -> SteppedClock.START;
		}

		@Bean
		LaneCalls laneCalls(JdbcLanes lanes, @Lazy SchedulerClient scheduler, SharedTime time) {
			return new LaneCalls(lanes, scheduler, time, Runnable::run);
		}

	}

}
