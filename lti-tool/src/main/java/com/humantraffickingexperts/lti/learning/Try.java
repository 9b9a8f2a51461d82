package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One go at an assessment within an attempt.
 *
 * @param id our name for it
 * @param attempt the attempt
 * @param assessment the assessment's id
 * @param number 1 for the first try
 * @param moduleVersion the version of the module whose questions it asks
 * @param seed decides the order of options
 * @param questions the ids of its questions, in order
 * @param startedAt when it began
 * @param submittedAt when it was handed in; null while it is open
 * @param result what it earned; null while it is open
 * @param deadline when it is handed in for the learner; null when there is no limit
 * @param timedOut whether it was handed in because its time was up
 */
record Try(String id, AttemptId attempt, String assessment, int number, String moduleVersion, long seed,
		List<String> questions, Instant startedAt, @Nullable Instant submittedAt, @Nullable Result result,
		@Nullable Instant deadline, boolean timedOut) {

	/** The same, handed in with a result. */
	Try handedIn(Instant at, Result earned) {
		return new Try(this.id, this.attempt, this.assessment, this.number, this.moduleVersion, this.seed,
				this.questions, this.startedAt, at, earned, this.deadline, at.equals(this.deadline));
	}

	boolean open() {
		return this.submittedAt == null;
	}

	/**
	 * Whether the time is up.
	 * @param now the present
	 * @param grace how much later an answer may arrive that was sent in time
	 * @return false while it may be answered
	 */
	boolean overdue(Instant now, Duration grace) {
		return this.deadline != null && !now.isBefore(this.deadline.plus(grace));
	}

	boolean passed() {
		return this.result != null && this.result.passed();
	}

}
