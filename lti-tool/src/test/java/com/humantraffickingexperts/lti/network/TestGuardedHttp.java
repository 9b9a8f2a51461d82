package com.humantraffickingexperts.lti.network;

import java.time.Duration;

/** The guarded client as it is in production, for tests that run in a laboratory. */
public final class TestGuardedHttp {

	private TestGuardedHttp() {
	}

	/**
	 * A client that calls public addresses over https only.
	 * @return a new client
	 */
	public static OutboundHttp publicOnly() {
		return new GuardedHttp(new NetworkSettings(false, Duration.ofSeconds(2), Duration.ofSeconds(2), 8, 8));
	}

}
