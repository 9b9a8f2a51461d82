package com.humantraffickingexperts.lti.inspector;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the launch inspector keeps. All numbers are for one registration on one node;
 * what is beyond them is only counted. Refusals that nobody's signature stands behind are
 * counted apart from the others, so that a stranger cannot crowd those out.
 *
 * @param kept for how long
 * @param refusedPerMinute refused logins and launches in a minute
 * @param refusedPerDay refused logins and launches in a day (UTC)
 * @param acceptedPerMinute accepted launches in a minute
 * @param acceptedPerDay accepted launches in a day (UTC)
 */
@ConfigurationProperties("htmse.inspector")
record InspectorSettings(@DefaultValue("30d") Duration kept, @DefaultValue("60") int refusedPerMinute,
		@DefaultValue("1000") int refusedPerDay, @DefaultValue("300") int acceptedPerMinute,
		@DefaultValue("5000") int acceptedPerDay) {
}
