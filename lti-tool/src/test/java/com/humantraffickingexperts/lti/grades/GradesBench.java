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
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
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
			Duration.ofMinutes(3), 16, Duration.ofMinutes(1));

	final SteppedClock clock;

	final JdbcScores scores;

	final JdbcLineItems storedLineItems;

	final LineItems lineItems;

	final ScorePublisher publisher;

	final ScoreOutbox outbox;

	final JdbcScoreEvents events;

	final JdbcLanes lanes;

	final LaneCalls calls;

	final ScoreLanes work;

	final Backoff backoff;

	final Results results;

	final Registrations registrations;

	final GradeLedger ledger;

	final ScoreReconciliation reconciliation;

	final ManualScheduler scheduler;

	final GradeDelivery delivery;

	final TransactionTemplate transactions;

	private final SettableClock schedulerClock = new SettableClock();

	GradesBench(TestDatabase database, SteppedClock clock, Registration... registrations) {
		this(database, clock, TestPlatformCalls.create(new PlainHttp(Duration.ofSeconds(4)), clock), registrations);
	}

	GradesBench(TestDatabase database, SteppedClock clock, PlatformCalls calls, Registration... registrations) {
		this.clock = clock;
		this.transactions = database.transactions();
		NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(database.dataSource());
		this.scores = new JdbcScores(database.jdbc(), batches);
		this.events = new JdbcScoreEvents(batches);
		this.lanes = new JdbcLanes(database.jdbc());
		this.delivery = new JdbcGradeDelivery(database.jdbc());
		this.storedLineItems = new JdbcLineItems(database.jdbc());
		this.lineItems = new LineItems(calls, this.storedLineItems, this.settings, clock::instant);
		this.backoff = new Backoff(this.settings.firstRetry(), this.settings.longestRetry(), () -> 0);
		this.results = new Results(calls);
		this.registrations = new Known(List.of(registrations));
		this.publisher = new ScorePublisher(this.lineItems, this.results, calls, this.registrations, clock::instant);
		this.work = new ScoreLanes(this.lanes, this.scores, this.events, this.publisher, this.transactions,
				this.settings, this.backoff, clock::instant);
		CustomTask<Void> task = new ScoreTasks().deliverScores(this.work);
		this.schedulerClock.set(clock.instant());
		this.scheduler = TestHelper
			.createManualScheduler(new TransactionAwareDataSourceProxy(database.dataSource()), task)
			.clock(this.schedulerClock)
			.build();
		this.calls = new LaneCalls(this.lanes, this.scheduler, clock::instant, Runnable::run);
		this.outbox = new ScoreOutbox(this.scores, this.events, this.calls, clock::instant);
		this.ledger = new JdbcGradeLedger(database.jdbc(), this.scores, this.events, this.lanes, this.outbox,
				this.transactions, clock::instant);
		this.reconciliation = new ScoreReconciliation(new JdbcReadings(database.jdbc()), this.events, this.results,
				this.registrations, this.outbox, this.transactions, this.scheduler, clock::instant);
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
		for (List<Lane> waiting = this.lanes.waiting(this.clock.instant()); !waiting.isEmpty(); waiting = this.lanes
			.waiting(this.clock.instant())) {
			waiting.forEach(this.calls::call);
			this.scheduler.runAnyDueExecutions();
		}
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
