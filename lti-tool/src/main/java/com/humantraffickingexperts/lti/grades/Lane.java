package com.humantraffickingexperts.lti.grades;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * The way of all scores to one platform, a row of {@code score_lane}. One node at a time
 * works on it, so that a limit of parallel calls holds for all nodes together and the
 * trouble of one platform is no other's.
 *
 * @param registration the platform
 * @param epoch how often the lane was taken up; names the task that takes it up next
 * @param failures how many calls failed in a row
 * @param reason why the last of them did, or null
 * @param openedAt since when nothing but a probe is sent; null while all is well
 * @param heldUntil until when a node works on it; null when none does
 * @param pausedUntil when the next call may be made; null for any time
 */
record Lane(RegistrationId registration, long epoch, int failures, @Nullable DeliveryReason reason,
		@Nullable Instant openedAt, @Nullable Instant heldUntil, @Nullable Instant pausedUntil) {

	/** Whether a node works on it. */
	boolean held(Instant now) {
		return this.heldUntil != null && this.heldUntil.isAfter(now);
	}

	/** The same with other findings about the platform. */
	Lane with(int failures, @Nullable DeliveryReason reason, @Nullable Instant openedAt,
			@Nullable Instant pausedUntil) {
		return new Lane(this.registration, this.epoch, failures, reason, openedAt, this.heldUntil, pausedUntil);
	}

	/** The name of the task instance that takes it up next. */
	String task() {
		return this.registration.value() + "." + this.epoch;
	}

	static RegistrationId ofTask(String task) {
		return new RegistrationId(task.substring(0, task.lastIndexOf('.')));
	}

}
