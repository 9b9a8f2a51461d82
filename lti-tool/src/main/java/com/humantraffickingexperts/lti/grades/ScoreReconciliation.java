package com.humantraffickingexperts.lti.grades;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.database.SharedTime;
import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.Registrations;

/** {@link Reconciliation} by the results that platforms let the tool read. */
class ScoreReconciliation implements Reconciliation {

	/** Its instance is the registration. */
	static final TaskDescriptor<Void> READ = TaskDescriptor.of("read-gradebooks");

	private static final Logger LOG = LoggerFactory.getLogger(ScoreReconciliation.class);

	/**
	 * A score that is gone again and again is taken away by somebody: it is listed and no
	 * longer sent.
	 */
	private static final int MENDED_AT_MOST = 3;

	private final JdbcReadings readings;

	private final JdbcScoreEvents events;

	private final Results results;

	private final Registrations registrations;

	private final ScoreOutbox outbox;

	private final TransactionOperations transactions;

	private final SchedulerClient scheduler;

	private final SharedTime time;

	ScoreReconciliation(JdbcReadings readings, JdbcScoreEvents events, Results results, Registrations registrations,
			ScoreOutbox outbox, TransactionOperations transactions, SchedulerClient scheduler, SharedTime time) {
		this.readings = readings;
		this.events = events;
		this.results = results;
		this.registrations = registrations;
		this.outbox = outbox;
		this.transactions = transactions;
		this.scheduler = scheduler;
		this.time = time;
	}

	@Override
	public void request(RegistrationId registration) {
		this.scheduler.scheduleIfNotExists(READ.instance(registration.value()).build(), this.time.instant());
	}

	@Override
	public Optional<Reading> last(RegistrationId registration) {
		return this.readings.last(registration);
	}

	/** Has everything read to which anything was delivered. */
	void requestAll() {
		this.readings.registrations().forEach(this::request);
	}

	/** Reads all columns of a platform, one after the other. */
	void read(RegistrationId id) {
		Registration registration = this.registrations.find(id).orElse(null);
		if (registration == null) {
			return;
		}
		Count count = new Count();
		for (String column : this.readings.columns(id)) {
			read(registration, column, count);
		}
		Reading reading = new Reading(this.time.instant(), count.compared, count.drifted, count.mended, count.unread);
		this.readings.keep(id, reading);
		LOG.info("Registration {}: {}", id, reading);
	}

	private void read(Registration registration, String column, Count count) {
		List<JdbcReadings.SentScore> sent = this.readings.sent(registration.id(), column);
		if (sent.isEmpty()) {
			return;
		}
		Results.Reading read = this.results.of(sent.getLast().score().gradebook().access(registration),
				URI.create(column));
		Instant now = this.time.instant();
		if (read.gone()) {
			sent.forEach((one) -> settle(one.score(), one.sent(), Comparison.columnGone(now), count));
			return;
		}
		if (read.all().isEmpty()) {
			count.unread++;
			return;
		}
		Map<String, Results.Held> held = new HashMap<>();
		read.all().get().forEach((one) -> held.put(one.subject(), one));
		for (JdbcReadings.SentScore one : sent) {
			Results.Held found = held.get(one.score().subject());
			List<Points> earlier = (found == null || found.is(one.sent())) ? List.of()
					: delivered(one.score().revision().score());
			settle(one.score(), one.sent(), Comparison.of(found, one.sent(), earlier, now), count);
		}
	}

	private List<Points> delivered(ScoreId score) {
		return this.events.of(score)
			.stream()
			.filter((event) -> event.kind() == ScoreEvent.Kind.DELIVERED)
			.map(ScoreEvent::points)
			.toList();
	}

	private void settle(OwedScore score, Points sent, Comparison comparison, Count count) {
		count.compared++;
		if (comparison.drift() == null && score.drift() == null) {
			return;
		}
		ScoreId id = score.revision().score();
		boolean mended = Boolean.TRUE.equals(this.transactions.execute((status) -> {
			if (!this.readings.drifted(score, comparison)) {
				return false;
			}
			if (comparison.drift() == null) {
				return score.state() == DeliveryState.REFUSED
						&& this.outbox.resend(score.gradebook().registration(), id);
			}
			this.events.add(id, new ScoreEvent(score.revision().number(), comparison.event(), null, null, null, 1, sent,
					comparison.at(), comparison.at(), null));
			return comparison.mendable() && mayBeMended(id) && this.outbox.resend(score.gradebook().registration(), id);
		}));
		count.drifted += (comparison.drift() == null) ? 0 : 1;
		count.mended += mended ? 1 : 0;
	}

	private boolean mayBeMended(ScoreId id) {
		return this.events.of(id)
			.stream()
			.filter((event) -> event.kind() == ScoreEvent.Kind.MISSING || event.kind() == ScoreEvent.Kind.DIFFERENT)
			.mapToInt(ScoreEvent::times)
			.sum() <= MENDED_AT_MOST;
	}

	/** What is counted on the way. */
	private static final class Count {

		private int compared;

		private int drifted;

		private int mended;

		private int unread;

	}

}
