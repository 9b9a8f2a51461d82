package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.platform.PlainHttp;
import com.humantraffickingexperts.lti.platform.PlatformCalls;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.Registrations;

/** One node of the tool, as far as grades are concerned, stepped by hand. */
final class GradesBench {

	final GradesSettings settings = new GradesSettings(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(30),
			Duration.ofMinutes(3));

	final SteppedClock clock;

	final JdbcScores scores;

	final JdbcLineItems storedLineItems;

	final LineItems lineItems;

	final ScorePublisher publisher;

	final ScoreOutbox outbox;

	final ManualScheduler scheduler;

	final GradeDelivery delivery;

	final TransactionTemplate transactions;

	private final SettableClock schedulerClock = new SettableClock();

	GradesBench(TestDatabase database, SteppedClock clock, Registration... registrations) {
		this(database, clock, TestPlatformCalls.create(new PlainHttp(Duration.ofSeconds(2)), clock), registrations);
	}

	GradesBench(TestDatabase database, SteppedClock clock, PlatformCalls calls, Registration... registrations) {
		this.clock = clock;
		this.transactions = database.transactions();
		this.scores = new JdbcScores(database.jdbc());
		this.delivery = new JdbcGradeDelivery(database.jdbc());
		this.storedLineItems = new JdbcLineItems(database.jdbc());
		this.lineItems = new LineItems(calls, this.storedLineItems, this.settings, clock);
		Backoff backoff = new Backoff(this.settings.firstRetry(), this.settings.longestRetry(), () -> 0);
		this.publisher = new ScorePublisher(this.scores, this.lineItems, new Results(calls), calls,
				new Known(List.of(registrations)), this.settings, backoff, clock);
		CustomTask<Void> task = new ScoreTasks().deliverScore(this.publisher, backoff);
		this.schedulerClock.set(clock.instant());
		this.scheduler = TestHelper
			.createManualScheduler(new TransactionAwareDataSourceProxy(database.dataSource()), task)
			.clock(this.schedulerClock)
			.build();
		this.outbox = new ScoreOutbox(this.scores, this.scheduler, clock);
	}

	/** A learner completes or improves, in a transaction. */
	void completes(TestCompletions completion) {
		this.transactions.executeWithoutResult((status) -> this.outbox.on(completion.event(this.clock.instant())));
	}

	/** Lets time pass, and everything that is due happen. */
	void passes(Duration duration) {
		this.clock.advance(duration);
		runsWhatIsDue();
	}

	/** Everything that is due happens. */
	void runsWhatIsDue() {
		this.schedulerClock.set(this.clock.instant());
		this.scheduler.runAnyDueExecutions();
	}

	GradeStatus status(TestCompletions completion) {
		return this.delivery.of(completion.attempt()).orElseThrow();
	}

	OwedScore owed(TestCompletions completion) {
		return this.scores.find(completion.score()).orElseThrow();
	}

	List<String> tasks() {
		return this.scheduler.getScheduledExecutions()
			.stream()
			.map(ScheduledExecution::getTaskInstance)
			.map((instance) -> instance.getId())
			.collect(Collectors.toList());
	}

	private record Known(List<Registration> all) implements Registrations {

		@Override
		public Optional<Registration> find(RegistrationId id) {
			return this.all.stream().filter((registration) -> registration.id().equals(id)).findFirst();
		}

		@Override
		public List<Registration> ofIssuer(String issuer) {
			return this.all.stream().filter((registration) -> registration.issuer().equals(issuer)).toList();
		}

	}

}
