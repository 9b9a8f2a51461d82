package com.humantraffickingexperts.lti.classes;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long somebody was at it, in words. It is an estimate, so it never says more than
 * minutes.
 *
 * @param key the key of the words
 * @param hours whole hours
 * @param minutes the minutes besides
 */
record ActiveTime(String key, long hours, long minutes) {

	private static final int SECONDS = 60;

	static @Nullable ActiveTime of(@Nullable Duration active) {
		if (active == null) {
			return null;
		}
		long minutes = minutes(active);
		if (minutes == 0) {
			return new ActiveTime("classes.time.less", 0, 0);
		}
		Duration rounded = Duration.ofMinutes(minutes);
		return new ActiveTime((rounded.toHours() > 0) ? "classes.time.hours" : "classes.time.minutes",
				rounded.toHours(), rounded.toMinutesPart());
	}

	/** Whole minutes, rounded half up. */
	static long minutes(Duration active) {
		return active.plusSeconds(SECONDS / 2).toMinutes();
	}

}
