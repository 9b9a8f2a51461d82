package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.time.Instant;

import com.humantraffickingexperts.lti.database.Ids;

/**
 * The right of one running delivery to work on a row, for a while: it ends by itself when
 * the process is killed.
 *
 * @param by the delivery
 * @param from when it was claimed
 * @param until when another delivery may take over
 */
record Claim(String by, Instant from, Instant until) {

	static Claim of(Instant now, Duration lease) {
		return new Claim(Ids.inTimeOrder(now), now, now.plus(lease));
	}

}
