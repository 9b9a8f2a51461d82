package com.humantraffickingexperts.lti.admin.entry;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an administrator stays signed in.
 *
 * @param sessionIdle how long after the last request
 * @param sessionLongest how long at most after signing in
 */
@ConfigurationProperties("htmse.admin")
record AdminSettings(@DefaultValue("30m") Duration sessionIdle, @DefaultValue("12h") Duration sessionLongest) {
}
