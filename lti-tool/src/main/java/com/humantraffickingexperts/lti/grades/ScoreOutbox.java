package com.humantraffickingexperts.lti.grades;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.humantraffickingexperts.lti.database.SharedTime;
import com.humantraffickingexperts.lti.learning.AttemptCompleted;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Writes down what is owed to a gradebook, in the transaction that records the
 * completion: the learner's answer and the debt commit together or not at all. The table
 * of scores alone decides what is owed; the call to deliver it follows the commit, and is
 * repeated by whoever looks for forgotten scores.
 */
@Component
class ScoreOutbox {

	private final JdbcScores scores;

	private final JdbcScoreEvents events;

	private final LaneCalls lanes;

	private final SharedTime time;

	ScoreOutbox(JdbcScores scores, JdbcScoreEvents events, LaneCalls lanes, SharedTime time) {
		this.scores = scores;
		this.events = events;
		this.lanes = lanes;
		this.time = time;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(AttemptCompleted event) {
		Gradebook gradebook = Gradebook.of(event.launch(), event.module());
		if (gradebook != null) {
			owe(gradebook, new Earned(event.attempt(), event.launch().user(), event.module(), event.moduleVersion(),
					event.points(), event.at()), ScoreEvent.Kind.OWED, null);
		}
	}

	/**
	 * Owes what was earned, unless as much was owed or delivered before.
	 * @param note why, in plain words, where that is known
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void owe(Gradebook gradebook, Earned earned, ScoreEvent.Kind kind, @Nullable String note) {
		Instant now = this.time.instant();
		ScoreId id = ScoreId.of(gradebook.link(), earned.learner().id());
		OwedScore first = owed(id, 1, gradebook, earned, now, null);
		OwedScore stored = this.scores.lock(first, earned.attempt(), earned.learner().id(), now);
		this.scores.relocate(id, gradebook, earned.attempt(), now);
		if (!first.improves(stored)) {
			return;
		}
		owe((stored == null) ? first
				: owed(id, stored.revision().number() + 1, gradebook, earned, now, stored.timestamp()), kind, note,
				now);
	}

	/**
	 * Owes a score of a platform once more, with a new timestamp. What a teacher decided
	 * stays.
	 * @return whether there was such a score
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean resend(RegistrationId registration, ScoreId id) {
		OwedScore stored = this.scores.lock(registration, id).orElse(null);
		if (stored == null || stored.pending() || stored.drift() == Drift.OVERRIDDEN) {
			return false;
		}
		Instant now = this.time.instant();
		owe(stored.again(now), ScoreEvent.Kind.RESENT, null, now);
		return true;
	}

	private void owe(OwedScore owed, ScoreEvent.Kind kind, @Nullable String note, Instant now) {
		Instant due = owed.timestamp().isAfter(now) ? owed.timestamp() : now;
		this.scores.owe(owed, due, now);
		this.events.add(owed.revision().score(), new ScoreEvent(owed.revision().number(), kind, null, null, null, 1,
				owed.points(), now, now, due, note));
		this.lanes.afterCommit(owed.gradebook().registration());
	}

	private static OwedScore owed(ScoreId id, int revision, Gradebook gradebook, Earned earned, Instant now,
			@Nullable Instant lastTimestamp) {
		String subject = Objects.requireNonNull(earned.learner().subject());
		return new OwedScore(new Revision(id, revision), gradebook, subject, earned.module(), earned.moduleVersion(),
				JdbcScores.stored(earned.points()), earned.at(), ScoreTimestamp.next(now, lastTimestamp), now,
				DeliveryState.WAITING, 0, false, null);
	}

}
