package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;

/**
 * Whether a learner may begin an assessment now.
 *
 * @param answer yes, later or no more
 * @param from when it may begin; only when the answer is later
 */
record Retry(Answer answer, @Nullable Instant from) {

	/** Decides by the rules of the assessment alone. */
	static Retry decide(Assessment assessment, List<Try> submitted, Instant now) {
		return decide(assessment, submitted, 0, now);
	}

	/**
	 * Decides by the rules of the assessment.
	 * @param assessment the assessment
	 * @param submitted every submitted try at it, in order
	 * @param extra how many tries somebody who teaches allowed in addition
	 * @param now the present
	 * @return whether the next try may begin
	 */
	static Retry decide(Assessment assessment, List<Try> submitted, int extra, Instant now) {
		if (submitted.isEmpty()) {
			return new Retry(Answer.YES, null);
		}
		if (assessment.maximumAttempts() != null && submitted.size() >= assessment.maximumAttempts() + extra) {
			return new Retry(Answer.NO_MORE, null);
		}
		Try last = submitted.getLast();
		if (last.submittedAt() != null && !last.passed()) {
			Instant from = last.submittedAt().plus(Duration.ofMinutes(assessment.cooldownMinutes()));
			if (now.isBefore(from)) {
				return new Retry(Answer.LATER, from);
			}
		}
		return new Retry(Answer.YES, null);
	}

	boolean allowed() {
		return this.answer == Answer.YES;
	}

	/** Whether a learner may begin. */
	enum Answer {

		YES, LATER, NO_MORE

	}

}
