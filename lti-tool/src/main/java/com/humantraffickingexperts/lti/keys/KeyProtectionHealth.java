package com.humantraffickingexperts.lti.keys;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says on the management port whether private keys are encrypted in the database. The
 * tool works either way.
 */
@Component("signingKeys")
class KeyProtectionHealth implements HealthIndicator {

	private final KeyProtection protection;

	KeyProtectionHealth(KeyProtection protection) {
		this.protection = protection;
	}

	@Override
	public Health health() {
		return Health.up().withDetail("storedPrivateKeys", this.protection.on() ? "encrypted" : "unprotected").build();
	}

}
