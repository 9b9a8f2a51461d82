package com.humantraffickingexperts.lti.grades;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * The grade of one learner in one resource link, and where it is.
 *
 * @param id its name
 * @param registration the platform
 * @param link the resource link
 * @param title what the resource link is called
 * @param user the learner
 * @param attempt the attempt it was earned in
 * @param module the module's id
 * @param moduleVersion the version that was taken
 * @param points the best result
 * @param status where it is on its way
 * @param attempts how often it was tried since it became owed
 * @param sent what the platform last confirmed, or null
 * @param drift how the gradebook differed when it was last read, or null
 * @param driftAt when it was read, or null
 * @param held what it held then, or null
 */
public record LedgerEntry(ScoreId id, RegistrationId registration, ResourceLinkId link, String title, UserId user,
		AttemptId attempt, String module, String moduleVersion, Points points, GradeStatus status, int attempts,
		@Nullable Points sent, @Nullable Drift drift, @Nullable Instant driftAt, @Nullable Points held) {

	/**
	 * Whether it can be sent once more.
	 * @return false while it is on its way, and where a teacher decided otherwise
	 */
	public boolean resendable() {
		boolean settled = this.status.state() == DeliveryState.SENT || this.status.state() == DeliveryState.REFUSED;
		return settled && this.drift != Drift.OVERRIDDEN;
	}

}
