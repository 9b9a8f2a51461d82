package com.humantraffickingexperts.lti.launch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the session of a launch lives.
 *
 * @param sessionIdle how long after its last use
 * @param sessionLongest how long at most after the launch
 */
@ConfigurationProperties("htmse.launch")
record LaunchSettings(@DefaultValue("4h") Duration sessionIdle, @DefaultValue("24h") Duration sessionLongest) {
}
