package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/**
 * The time of an open try, in words: until when, and how many minutes that is. It is told
 * with each page and does not tick.
 *
 * @param until when the answers are handed in
 * @param minutes whole minutes until then; 0 in the last minute
 */
record TimeLeft(ZonedDateTime until, long minutes) {

	static @Nullable TimeLeft of(Try one, Instant now) {
		Instant deadline = one.deadline();
		return (deadline == null || !one.open()) ? null
				: new TimeLeft(deadline.atZone(Grades.UK), Math.max(0, Duration.between(now, deadline).toMinutes()));
	}

}
