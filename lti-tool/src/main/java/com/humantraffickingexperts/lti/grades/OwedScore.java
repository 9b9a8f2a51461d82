package com.humantraffickingexperts.lti.grades;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.learning.Points;

/**
 * What is or was owed to one user in one resource link: a row of {@code score}.
 *
 * @param revision which state of it
 * @param gradebook where it belongs
 * @param subject the platform's name for the learner
 * @param module the module's id
 * @param moduleVersion the version that was taken
 * @param points the best result
 * @param completedAt when that was achieved
 * @param timestamp the timestamp with which it is sent, each time
 * @param owedAt since when it is owed
 * @param state where it is on its way
 * @param attempts how often it was tried in this revision
 * @param unsure whether an attempt may have succeeded without our learning of it
 */
record OwedScore(Revision revision, Gradebook gradebook, String subject, String module, String moduleVersion,
		Points points, Instant completedAt, Instant timestamp, Instant owedAt, DeliveryState state, int attempts,
		boolean unsure) {

	/** Whether a delivery still has to happen. */
	boolean pending() {
		return this.state == DeliveryState.WAITING || this.state == DeliveryState.RETRYING;
	}

	/** Whether this and an earlier state are the same grade in the same column. */
	boolean improves(@Nullable OwedScore earlier) {
		if (earlier == null || !earlier.module.equals(this.module)) {
			return true;
		}
		int comparison = compare(this.points, earlier.points);
		if (comparison != 0) {
			return comparison > 0;
		}
		boolean otherColumn = this.gradebook.lineItem() != null
				&& !this.gradebook.lineItem().equals(earlier.gradebook.lineItem());
		return earlier.state == DeliveryState.REFUSED || otherColumn;
	}

	/** Compares as fractions, without rounding. */
	static int compare(Points one, Points other) {
		return one.given().multiply(other.maximum()).compareTo(other.given().multiply(one.maximum()));
	}

	/** Without the learner. */
	@Override
	public String toString() {
		return "OwedScore[" + this.revision.task() + "]";
	}

}
