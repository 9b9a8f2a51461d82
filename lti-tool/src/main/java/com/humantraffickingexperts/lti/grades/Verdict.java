package com.humantraffickingexperts.lti.grades;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** What an answer to a score means. */
sealed interface Verdict {

	/** The platform holds the score. */
	Verdict DELIVERED = new Delivered();

	/** The platform holds a score that is not older: perhaps this very one. */
	Verdict NOT_NEWER = new NotNewer();

	/** The platform holds the score. */
	record Delivered() implements Verdict {
	}

	/** The platform holds a score that is not older: perhaps this very one. */
	record NotNewer() implements Verdict {
	}

	/**
	 * Sending it again later can succeed.
	 *
	 * @param reason why not now
	 * @param notBefore how long the platform asks to wait, or null
	 * @param perhapsDelivered whether the platform may hold the score although it did not
	 * say so
	 */
	record Later(DeliveryReason reason, @Nullable Duration notBefore, boolean perhapsDelivered) implements Verdict {

		static Later because(DeliveryReason reason) {
			return new Later(reason, null, false);
		}

	}

	/**
	 * Sending it again cannot succeed until somebody changes something; the score stays
	 * owed.
	 *
	 * @param reason what would have to change
	 */
	record Never(DeliveryReason reason) implements Verdict {
	}

}
