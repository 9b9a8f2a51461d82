package com.humantraffickingexperts.lti.registration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A deployment that the tool met or was told of: one placing of the registered tool in a
 * platform.
 *
 * @param registration the registration to which it belongs
 * @param deploymentId the platform's name for it
 * @param state what was decided about it
 * @param label what administrators call it; null when they gave it no name
 * @param launchesHeld how many launches were turned away since it was first seen
 * @param firstSeenAt when it was first seen or entered
 * @param lastSeenAt when a launch from it last had to wait
 * @param decidedAt when it was approved or refused; null while it waits
 * @see <a href="https://www.imsglobal.org/spec/lti/v1p3#tool-deployment">LTI 1.3, section
 * 3.1.3</a>
 */
public record Deployment(RegistrationId registration, String deploymentId, State state, @Nullable String label,
		int launchesHeld, Instant firstSeenAt, Instant lastSeenAt, @Nullable Instant decidedAt) {

	/** What was decided about a deployment. */
	public enum State {

		/** Launches wait for an administrator. */
		WAITING,
		/** Launches are accepted. */
		APPROVED,
		/** Launches are refused. */
		REFUSED

	}

}
