package com.humantraffickingexperts.lti.doctor;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * The canary found a platform unwell twice in a row.
 *
 * @param id its id, which grows with time
 * @param registration the registration
 * @param findings what was wrong when it was raised
 * @param raisedAt when it was raised
 * @param clearedAt when all was well again; null while it is not
 */
record Alert(String id, RegistrationId registration, List<Finding> findings, Instant raisedAt,
		@Nullable Instant clearedAt) {
}
