package com.humantraffickingexperts.lti.network;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the tool may call.
 *
 * @param allowPrivateAddresses whether platforms on loopback and private networks, and
 * platforms over plain http, may be called: for laboratories and intranets
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for the next bytes of an answer
 * @param maximumConnections how many connections are kept at once
 * @param maximumConnectionsPerPlatform how many of them to one server
 */
@ConfigurationProperties("htmse.network")
record NetworkSettings(@DefaultValue("false") boolean allowPrivateAddresses,
		@DefaultValue("2s") Duration connectTimeout, @DefaultValue("5s") Duration readTimeout,
		@DefaultValue("64") int maximumConnections, @DefaultValue("16") int maximumConnectionsPerPlatform) {
}
