package com.humantraffickingexperts.lti.scheduling;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How work is done later.
 *
 * @param enabled whether this node does any; another node may do it all
 * @param threads how much is done at once on this node
 * @param pollingInterval how often this node looks for work that is due
 */
@ConfigurationProperties("htmse.jobs")
record JobsSettings(@DefaultValue("true") boolean enabled, @DefaultValue("32") int threads,
		@DefaultValue("1s") Duration pollingInterval) {
}
