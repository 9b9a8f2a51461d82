package com.humantraffickingexperts.lti.grades;

import java.time.Instant;

import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * A grade that is owed and cannot be delivered as things are.
 *
 * @param attempt whose grade it is
 * @param registration the platform to which it is owed
 * @param module the module's id
 * @param reason what stands in its way
 * @param owedAt since when it is owed
 */
public record UndeliveredGrade(AttemptId attempt, RegistrationId registration, String module, DeliveryReason reason,
		Instant owedAt) {
}
