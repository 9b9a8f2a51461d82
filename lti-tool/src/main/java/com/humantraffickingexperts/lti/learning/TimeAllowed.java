package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody may take for a check. It is fixed when a try begins.
 *
 * @param limit the limit of the check, in minutes
 * @param extra what is added for this person, in minutes
 */
record TimeAllowed(int limit, int extra) {

	public int minutes() {
		return this.limit + this.extra;
	}

	Instant deadline(Instant begun) {
		return begun.plus(Duration.ofMinutes(minutes()));
	}

}
