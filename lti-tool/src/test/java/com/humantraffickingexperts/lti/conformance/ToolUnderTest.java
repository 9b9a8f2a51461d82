package com.humantraffickingexperts.lti.conformance;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.keys.ToolKeyRing;
import com.humantraffickingexperts.lti.keys.ToolKeys;

/**
 * The running tool and everything around it that a case can change.
 *
 * @param environment where the tool says on which port it listens
 * @param clock the tool's clock
 * @param registrations the tool's registrations
 * @param outbound the tool's way out
 * @param platforms the key sets of the platforms
 * @param database the tool's database
 * @param jdbc SQL on the tool's database
 * @param toolKeys the tool's own keys
 * @param keyRing who looks after them
 */
record ToolUnderTest(Environment environment, SettableClock clock, RegistrationsDouble registrations,
		OutboundDouble outbound, PlatformDouble platforms, DatabaseSwitch database, JdbcClient jdbc, ToolKeys toolKeys,
		ToolKeyRing keyRing) {

	/** The tool's public address, in the cases and here. */
	static final String BASE = "https://tool.example.com";

	int port() {
		return this.environment.getRequiredProperty("local.server.port", Integer.class);
	}

}
