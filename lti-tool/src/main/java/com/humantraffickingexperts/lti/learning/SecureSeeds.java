package com.humantraffickingexperts.lti.learning;

import java.security.SecureRandom;

import org.springframework.stereotype.Component;

/** Seeds that nobody can foresee, and so no learner can plan for. */
@Component
class SecureSeeds implements Seeds {

	private final SecureRandom random = new SecureRandom();

	@Override
	public long next() {
		return this.random.nextLong();
	}

}
