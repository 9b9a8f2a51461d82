package com.humantraffickingexperts.lti.grades;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a score, and what came of it.
 *
 * @param score what was sent
 * @param verdict what the answer means; null when nothing was sent, because another
 * delivery is looking for the column
 * @param column the column it was sent to; null when there was none
 * @param timestamp the timestamp for the next attempt
 * @param status the status of the platform's answer; null when none came
 * @param judgedBy what the answer was understood by
 */
record Attempt(OwedScore score, @Nullable Verdict verdict, @Nullable URI column, Instant timestamp,
		@Nullable Integer status, JudgedBy judgedBy) {

	/** Whether it failed for a reason that is the platform's and not this score's. */
	boolean troubled() {
		return this.verdict instanceof Verdict.Later later && later.reason().platforms();
	}

}
