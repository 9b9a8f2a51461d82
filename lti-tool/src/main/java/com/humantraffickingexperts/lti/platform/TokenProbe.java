package com.humantraffickingexperts.lti.platform;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.Registration;

/**
 * Asks a platform for a service token that nobody uses, for those who search for a fault.
 */
public interface TokenProbe {

	/**
	 * Asks for a token, whatever is cached, and forgets it. Never throws for what the
	 * platform does. A disabled registration is asked too.
	 * @param registration the registration
	 * @param deploymentId in whose name; null for none
	 * @param scopes what to ask for
	 * @return what the platform answered
	 */
	TokenReport ask(Registration registration, @Nullable String deploymentId, Set<String> scopes);

	/**
	 * What the platform answered.
	 *
	 * @param state whether there was a token
	 * @param granted the scopes that it grants; empty without a token
	 * @param status the status of the answer; null when none came
	 * @param error the platform's error code; null when it named none
	 * @param description the platform's own words about it; null when it had none
	 * @param ahead how far the platform's clock is ahead of ours; null when it does not
	 * say
	 */
	record TokenReport(State state, Set<String> granted, @Nullable Integer status, @Nullable String error,
			@Nullable String description, @Nullable Duration ahead) {

		public TokenReport {
			granted = Set.copyOf(granted);
		}

	}

	/** Whether there was a token. */
	enum State {

		/** There was one. */
		GRANTED,
		/** The platform knows the tool, and does not grant what was asked for. */
		SCOPE_REFUSED,
		/** The platform gives the tool no token. */
		REFUSED,
		/** The platform asks to slow down. */
		THROTTLED,
		/** The platform failed. */
		FAILED,
		/** The answer cannot be understood. */
		UNREADABLE,
		/** Nothing answered. */
		UNREACHABLE,
		/** The answer did not come in time. */
		TIMEOUT,
		/** The tool may not call this address. */
		ADDRESS_REFUSED

	}

}
