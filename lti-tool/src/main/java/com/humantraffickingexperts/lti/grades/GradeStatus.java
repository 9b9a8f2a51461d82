package com.humantraffickingexperts.lti.grades;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where a grade is on its way to the gradebook.
 *
 * @param state the state
 * @param reason why it is not there; only while retrying and when refused
 * @param owedAt since when this grade is owed
 * @param sentAt when the platform last confirmed a grade of this attempt; may be an
 * earlier, lower one while the state is not {@link DeliveryState#SENT}; null when none
 * was confirmed
 * @param nextAttemptAt when it is sent next; null when it is not
 */
public record GradeStatus(DeliveryState state, @Nullable DeliveryReason reason, Instant owedAt,
		@Nullable Instant sentAt, @Nullable Instant nextAttemptAt) {

	/**
	 * Where the sentence for people is found; its arguments are the reason's sentence and
	 * the time of confirmation.
	 * @return a key of the bundle {@code messages/grades}
	 */
	public String messageKey() {
		return "grades.delivery." + this.state.name().toLowerCase(Locale.ROOT);
	}

}
