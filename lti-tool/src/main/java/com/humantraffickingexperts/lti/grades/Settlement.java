package com.humantraffickingexperts.lti.grades;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a score after an attempt.
 *
 * @param attempt the attempt
 * @param state the new state
 * @param reason why it is not there, or null
 * @param unsure whether the platform may hold it all the same
 * @param next when it is sent next, or null
 */
record Settlement(Attempt attempt, DeliveryState state, @Nullable DeliveryReason reason, boolean unsure,
		@Nullable Instant next) {

	OwedScore score() {
		return this.attempt.score();
	}

	/** The column that holds the score now; null when none does. */
	@Nullable URI delivered() {
		return (this.state == DeliveryState.SENT) ? this.attempt.column() : null;
	}

	ScoreEvent event(Instant now) {
		ScoreEvent.Kind kind = switch (this.state) {
			case SENT -> ScoreEvent.Kind.DELIVERED;
			case REFUSED -> ScoreEvent.Kind.REFUSED;
			case WAITING, RETRYING -> ScoreEvent.Kind.FAILED;
		};
		return new ScoreEvent(score().revision().number(), kind, this.reason, this.attempt.judgedBy(),
				this.attempt.status(), 1, score().points(), now, now, this.next);
	}

}
