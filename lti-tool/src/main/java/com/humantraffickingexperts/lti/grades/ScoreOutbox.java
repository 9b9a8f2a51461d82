package com.humantraffickingexperts.lti.grades;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.learning.AttemptCompleted;

/**
 * Writes down what is owed to a gradebook, in the transaction that records the
 * completion: the learner's answer and the debt commit together or not at all. The task
 * that delivers it is inserted in the same transaction.
 */
@Component
class ScoreOutbox {

	private final JdbcScores scores;

	private final SchedulerClient scheduler;

	private final Clock clock;

	ScoreOutbox(JdbcScores scores, SchedulerClient scheduler, Clock clock) {
		this.scores = scores;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(AttemptCompleted event) {
		CurrentLaunch launch = event.launch();
		Gradebook gradebook = Gradebook.of(launch, event.module());
		if (gradebook == null) {
			return;
		}
		Instant now = this.clock.instant();
		ScoreId id = ScoreId.of(gradebook.link(), launch.user().id());
		OwedScore first = owed(id, 1, gradebook, event, now, null);
		OwedScore stored = this.scores.lock(first, event.attempt(), launch.user().id(), now);
		this.scores.relocate(id, gradebook, event.attempt(), now);
		if (!first.improves(stored)) {
			return;
		}
		OwedScore owed = (stored == null) ? first
				: owed(id, stored.revision().number() + 1, gradebook, event, now, stored.timestamp());
		Instant due = owed.timestamp().isAfter(now) ? owed.timestamp() : now;
		this.scores.owe(owed, due, now);
		this.scheduler.scheduleIfNotExists(ScoreTasks.DELIVER.instance(owed.revision().task()).build(), due);
	}

	private static OwedScore owed(ScoreId id, int revision, Gradebook gradebook, AttemptCompleted event, Instant now,
			@Nullable Instant lastTimestamp) {
		String subject = Objects.requireNonNull(event.launch().user().subject());
		return new OwedScore(new Revision(id, revision), gradebook, subject, event.module(), event.moduleVersion(),
				JdbcScores.stored(event.points()), event.at(), ScoreTimestamp.next(now, lastTimestamp), now,
				DeliveryState.WAITING, 0, false);
	}

}
