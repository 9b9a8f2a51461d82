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
 * @param drift how the gradebook differed when it was last read, or null
 */
record OwedScore(Revision revision, Gradebook gradebook, String subject, String module, String moduleVersion,
		Points points, Instant completedAt, Instant timestamp, Instant owedAt, DeliveryState state, int attempts,
		boolean unsure, @Nullable Drift drift) {

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

	/** The same after it was claimed, with what the claim itself changed taken back. */
	OwedScore asBefore(OwedScore before) {
		boolean same = before.revision.equals(this.revision);
		return new OwedScore(this.revision, this.gradebook, this.subject, this.module, this.moduleVersion, this.points,
				this.completedAt, this.timestamp, this.owedAt, this.state, same ? before.attempts : 0,
				same && before.unsure, this.drift);
	}

	/** The next revision of the same score, to be sent once more. */
	OwedScore again(Instant now) {
		return new OwedScore(new Revision(this.revision.score(), this.revision.number() + 1), this.gradebook,
				this.subject, this.module, this.moduleVersion, this.points, this.completedAt,
				ScoreTimestamp.next(now, this.timestamp), now, DeliveryState.WAITING, 0, false, this.drift);
	}

	/** Without the learner. */
	@Override
	public String toString() {
		return "OwedScore[" + this.revision + "]";
	}

}
