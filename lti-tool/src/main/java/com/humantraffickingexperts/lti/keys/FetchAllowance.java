package com.humantraffickingexperts.lti.keys;

import java.time.Duration;
import java.time.Instant;

/**
 * A few fetches at once, then one in a while, so that false tokens cannot make the tool
 * flood a platform.
 */
final class FetchAllowance {

	private static final int AT_ONCE = 3;

	private static final Duration EACH = Duration.ofSeconds(10);

	private double left = AT_ONCE;

	private Instant counted = Instant.EPOCH;

	synchronized boolean take(Instant now) {
		double earned = (double) Duration.between(this.counted, now).toMillis() / EACH.toMillis();
		this.left = Math.min(AT_ONCE, this.left + Math.max(0, earned));
		this.counted = now;
		if (this.left < 1) {
			return false;
		}
		this.left--;
		return true;
	}

}
