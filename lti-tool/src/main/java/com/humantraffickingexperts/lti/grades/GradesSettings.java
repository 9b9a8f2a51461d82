package com.humantraffickingexperts.lti.grades;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard the tool tries to deliver a score.
 *
 * @param firstRetry how long after a failure the score is sent again; each further wait
 * is twice as long
 * @param longestRetry the longest wait between two attempts, unless the platform asks for
 * more
 * @param retryFor for how long a score is tried before it is listed as undeliverable
 * @param lease how long one node may work on a score before another takes over; longer
 * than any delivery lasts
 * @param parallelCalls how many calls are made to one platform at once, by all nodes
 * together
 * @param longestPause how long nothing but one call is tried, at most, after a platform
 * failed again and again
 */
@ConfigurationProperties("htmse.grades")
record GradesSettings(@DefaultValue("5s") Duration firstRetry, @DefaultValue("1h") Duration longestRetry,
		@DefaultValue("30d") Duration retryFor, @DefaultValue("3m") Duration lease,
		@DefaultValue("8") int parallelCalls, @DefaultValue("10s") Duration longestPause) {

	GradesSettings {
		if (firstRetry.isNegative() || firstRetry.isZero() || longestRetry.compareTo(firstRetry) < 0) {
			throw new IllegalArgumentException(
					"htmse.grades.first-retry must be above zero and htmse.grades.longest-retry not below it");
		}
		if (parallelCalls < 1 || parallelCalls > 64) {
			throw new IllegalArgumentException("htmse.grades.parallel-calls is a number from 1 to 64");
		}
	}

}
