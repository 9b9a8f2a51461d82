package com.humantraffickingexperts.lti.grades;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/** Whether a platform takes the grades that are owed to it. */
public interface GradeEvidence {

	/**
	 * What became of the grades of a registration.
	 * @param registration the registration
	 * @return what is known
	 */
	Evidence of(RegistrationId registration);

	/**
	 * What became of the grades of a registration.
	 *
	 * @param accepted when the platform last confirmed a grade; null when it never did
	 * @param waiting how many grades are on their way
	 * @param refused how many cannot be delivered as things are
	 * @param refusedAt when the newest of these was refused, or null
	 * @param reason why it was, or null
	 */
	record Evidence(@Nullable Instant accepted, long waiting, long refused, @Nullable Instant refusedAt,
			@Nullable DeliveryReason reason) {
	}

}
