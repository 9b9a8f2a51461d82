package com.humantraffickingexperts.sandbox.ags;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the gradebook holds for a person in a column.
 *
 * @param lineItem the number of the column
 * @param person the number of the person
 * @param scoreGiven the points as the tool sent them, or null
 * @param scoreMaximum the maximum as the tool sent it, or null
 * @param result the grade, on the column's scale, or null when there is none
 * @param comment the comment, or null
 * @param activityProgress how far the person is, as sent
 * @param gradingProgress how final the score is, as sent
 * @param timestamp the tool's time of the score
 * @param received when it arrived
 * @param attempts how many submissions the scores have made
 * @param needsReview whether a teacher is asked to look
 * @param overridden whether a teacher has replaced the grade
 */
public record Grade(int lineItem, int person, @Nullable Double scoreGiven, @Nullable Double scoreMaximum,
		@Nullable Double result, @Nullable String comment, String activityProgress, String gradingProgress,
		Instant timestamp, Instant received, int attempts, boolean needsReview, boolean overridden) {

	Grade onScaleOf(double newMaximum, double oldMaximum, Instant time) {
		Double scaled = (this.result == null || oldMaximum == 0) ? this.result
				: Double.valueOf(this.result * newMaximum / oldMaximum);
		return new Grade(this.lineItem, this.person, this.scoreGiven, this.scoreMaximum, scaled, this.comment,
				this.activityProgress, this.gradingProgress, time, this.received, this.attempts, this.needsReview,
				this.overridden);
	}

}
