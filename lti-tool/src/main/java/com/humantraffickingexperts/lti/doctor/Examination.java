package com.humantraffickingexperts.lti.doctor;

import java.time.Instant;
import java.util.List;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * The outcome of all checks on one registration.
 *
 * @param registration the registration
 * @param findings one for each check, in order
 * @param at when it was
 */
record Examination(RegistrationId registration, List<Finding> findings, Instant at) {

	Examination {
		findings = List.copyOf(findings);
	}

}
