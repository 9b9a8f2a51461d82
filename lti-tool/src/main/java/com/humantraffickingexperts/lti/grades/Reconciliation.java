package com.humantraffickingexperts.lti.grades;

import java.time.Instant;
import java.util.Optional;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Compares what gradebooks hold with what was delivered to them: every night, and when
 * somebody asks.
 */
public interface Reconciliation {

	/**
	 * Has the gradebooks of a platform read soon.
	 * @param registration the platform
	 */
	void request(RegistrationId registration);

	/**
	 * What came of the last reading.
	 * @param registration the platform
	 * @return empty when there was none
	 */
	Optional<Reading> last(RegistrationId registration);

	/**
	 * What came of a reading.
	 *
	 * @param at when it ended
	 * @param compared how many grades were compared
	 * @param drifted how many of them the gradebook held otherwise
	 * @param mended how many of these were sent again
	 * @param unread how many columns could not be read
	 */
	record Reading(Instant at, int compared, int drifted, int mended, int unread) {
	}

}
