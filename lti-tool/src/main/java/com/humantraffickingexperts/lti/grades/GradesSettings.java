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
 */
@ConfigurationProperties("htmse.grades")
record GradesSettings(@DefaultValue("5s") Duration firstRetry, @DefaultValue("1h") Duration longestRetry,
		@DefaultValue("30d") Duration retryFor, @DefaultValue("3m") Duration lease) {

	GradesSettings {
		if (firstRetry.isNegative() || firstRetry.isZero() || longestRetry.compareTo(firstRetry) < 0) {
			throw new IllegalArgumentException(
					"htmse.grades.first-retry must be above zero and htmse.grades.longest-retry not below it");
		}
	}

}
