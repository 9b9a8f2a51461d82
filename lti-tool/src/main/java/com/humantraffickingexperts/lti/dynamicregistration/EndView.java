package com.humantraffickingexperts.lti.dynamicregistration;

import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * How a registration ended.
 *
 * @param outcome the kind of end; a key of the messages
 * @param family the product, which decides what its administrator does next
 * @param closeAt the origins of the platform that hear of the end, with spaces between
 * @param closeAtOnce whether there is nothing left to read here
 */
record EndView(Outcome outcome, PlatformFamily family, String closeAt, boolean closeAtOnce) {

	static EndView of(DynamicRegistration.Done done) {
		Outcome outcome = done.kept().pending() ? Outcome.PENDING : Outcome.REGISTERED;
		return new EndView(outcome, done.platform().family(), origins(done.platform()), outcome == Outcome.REGISTERED);
	}

	static EndView cancelled(PlatformConfiguration platform) {
		return new EndView(Outcome.CANCELLED, platform.family(), origins(platform), true);
	}

	private static String origins(PlatformConfiguration platform) {
		return String.join(" ", platform.origins());
	}

	/** How a registration can end. */
	enum Outcome {

		/** The tool can be used. */
		REGISTERED,
		/** An operator has to look at it first. */
		PENDING,
		/** The administrator did not want it. */
		CANCELLED

	}

}
