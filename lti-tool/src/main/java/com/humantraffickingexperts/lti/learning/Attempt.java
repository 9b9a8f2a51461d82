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
 * @param last where the learner was last; null at the beginning
 * @param completedAt when the module became complete; null before
 * @param reportedPercent the result that was last announced; null when none was
 * @param updatedFrom the version from which it was moved to another one, until the
 * learner has seen that; null otherwise
 */
record Attempt(AttemptId id, String moduleVersion, boolean preview, Instant startedAt, @Nullable LastPlace last,
		@Nullable Instant completedAt, @Nullable BigDecimal reportedPercent, @Nullable String updatedFrom) {

	@Nullable String lastItem() {
		return (this.last == null) ? null : this.last.place().key();
	}

	/**
	 * Whether the learner went on elsewhere, further than the place that is asked for.
	 * @param visit the visit that asks
	 * @param here the place that is asked for
	 * @return true when it is worth an offer to go on there
	 */
	boolean aheadElsewhere(Visit visit, Place here) {
		return this.last != null && this.last.elsewhere(visit.launch())
				&& here.before(this.last.place(), visit.module());
	}

	/**
	 * Whether the learner is at a place by the same launch already.
	 */
	boolean isAt(Visit visit, Place here) {
		return this.last != null && this.last.same(here, visit.launch());
	}

	boolean completed() {
		return this.completedAt != null;
	}

}
