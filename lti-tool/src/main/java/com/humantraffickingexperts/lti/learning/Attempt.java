package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One learner's run through a module in one resource link.
 *
 * @param id our name for it
 * @param moduleVersion the version of the module with which it began
 * @param preview whether it belongs to somebody who is not graded
 * @param startedAt when it began
 * @param lastItem where the learner was last: {@code page:} or {@code check:} and an id;
 * null at the beginning
 * @param completedAt when the module became complete; null before
 * @param reportedPercent the result that was last announced; null when none was
 */
record Attempt(AttemptId id, String moduleVersion, boolean preview, Instant startedAt, @Nullable String lastItem,
		@Nullable Instant completedAt, @Nullable BigDecimal reportedPercent) {

	boolean completed() {
		return this.completedAt != null;
	}

}
