package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.learning.Points;

/**
 * What a gradebook holds, compared with what was delivered to it.
 *
 * @param drift how it differs; null when it does not
 * @param heldGiven what it holds, or null
 * @param heldMaximum the scale of that, or null
 * @param at when it was read
 */
record Comparison(@Nullable Drift drift, @Nullable BigDecimal heldGiven, @Nullable BigDecimal heldMaximum, Instant at) {

	static Comparison columnGone(Instant at) {
		return new Comparison(Drift.COLUMN_GONE, null, null, at);
	}

	/**
	 * Compares. What is held and was never ours is what a teacher entered; what was ours
	 * once is an old state of the gradebook.
	 * @param held what the gradebook holds for the learner, or null
	 * @param sent what was confirmed last
	 * @param earlier everything that was ever delivered
	 */
	static Comparison of(Results.@Nullable Held held, Points sent, List<Points> earlier, Instant at) {
		if (held == null || held.score() == null) {
			return new Comparison(Drift.MISSING, null, null, at);
		}
		if (held.is(sent)) {
			return new Comparison(null, null, null, at);
		}
		boolean oursOnce = earlier.stream().anyMatch((points) -> held.is(points) && held.below(sent));
		return new Comparison(oursOnce ? Drift.DIFFERENT : Drift.OVERRIDDEN, held.score(), held.maximum(), at);
	}

	/** Whether sending the score once more makes it good. */
	boolean mendable() {
		return this.drift == Drift.MISSING || this.drift == Drift.DIFFERENT;
	}

	ScoreEvent.Kind event() {
		return ScoreEvent.Kind.valueOf(String.valueOf(this.drift));
	}

}
