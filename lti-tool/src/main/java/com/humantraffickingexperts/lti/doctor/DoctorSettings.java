package com.humantraffickingexperts.lti.doctor;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the doctor does by itself.
 *
 * @param canary whether the harmless checks are repeated
 * @param canaryEvery how often for each enabled registration
 * @param examinationsPerMinute how often one registration may be examined on demand
 */
@ConfigurationProperties("htmse.doctor")
record DoctorSettings(@DefaultValue("true") boolean canary, @DefaultValue("30m") Duration canaryEvery,
		@DefaultValue("6") int examinationsPerMinute) {

	DoctorSettings {
		if (canaryEvery.compareTo(Duration.ofMinutes(1)) < 0) {
			throw new IllegalArgumentException("htmse.doctor.canary-every must be a minute or more");
		}
	}

}
