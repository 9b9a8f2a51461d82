package com.humantraffickingexperts.lti.learning;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What became of the grade of an attempt, for the learner's result page. Implemented by
 * the feature that sends grades; without one the page says that the grade will be sent.
 */
public interface GradeStatus {

	/**
	 * What became of the latest grade of an attempt.
	 * @param attempt the attempt
	 * @return the delivery, or empty when nothing was to be sent
	 */
	Optional<Delivery> of(AttemptId attempt);

	/**
	 * The way of a grade to the gradebook.
	 *
	 * @param state how far it has come
	 * @param at since when; null when that says nothing to the learner
	 */
	record Delivery(State state, @Nullable Instant at) {
	}

	/** How far a grade has come. */
	enum State {

		/** It is about to be sent. */
		WAITING,
		/** The platform did not answer; it will be sent again by itself. */
		RETRYING,
		/** The platform took it. */
		ARRIVED,
		/** The platform refused it; the teacher has to do something. */
		REFUSED

	}

}
