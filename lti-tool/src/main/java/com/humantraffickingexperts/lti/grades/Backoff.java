package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a score is sent again: twice as long each time, up to a limit,
 * never less than the platform asks for, and spread by chance so that a platform that
 * comes back is not met by everything at once.
 */
final class Backoff {

	/** No platform is believed that asks to wait for longer. */
	static final Duration LONGEST_ASKED = Duration.ofDays(1);

	private static final double SPREAD = 0.5;

	private final Duration first;

	private final Duration longest;

	private final DoubleSupplier chance;

	/**
	 * Waits.
	 * @param first the wait after the first failure
	 * @param longest the longest wait
	 * @param chance numbers from zero to one
	 */
	Backoff(Duration first, Duration longest, DoubleSupplier chance) {
		this.first = first;
		this.longest = longest;
		this.chance = chance;
	}

	Duration after(int failures, @Nullable Duration asked) {
		Duration wait = this.longest;
		int doublings = Math.max(failures - 1, 0);
		if (doublings < 30 && this.first.multipliedBy(1L << doublings).compareTo(this.longest) < 0) {
			wait = this.first.multipliedBy(1L << doublings);
		}
		if (asked != null && asked.compareTo(wait) > 0) {
			wait = (asked.compareTo(LONGEST_ASKED) > 0) ? LONGEST_ASKED : asked;
		}
		return wait.plusMillis((long) (wait.toMillis() * SPREAD * this.chance.getAsDouble()));
	}

}
