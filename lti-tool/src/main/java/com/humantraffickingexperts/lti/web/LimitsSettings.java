package com.humantraffickingexperts.lti.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the public addresses may be used. A launch is two requests, or three where
 * the platform keeps the browser's secret.
 *
 * @param requestsPerMinute from one address; the default lets a lecture hall behind one
 * address launch 1,000 times in a minute
 * @param launchesPerMinute from one registration, counted once a launch has proved to be
 * genuine
 * @param registrationsPerMinute how often one address may ask the tool to register it
 */
@ConfigurationProperties("htmse.limits")
public record LimitsSettings(@DefaultValue("3000") int requestsPerMinute, @DefaultValue("60000") int launchesPerMinute,
		@DefaultValue("30") int registrationsPerMinute) {
}
