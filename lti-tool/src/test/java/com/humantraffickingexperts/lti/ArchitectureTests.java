package com.humantraffickingexperts.lti;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/**
 * The packages are the architecture: no cycles, no reaching into another feature, only
 * declared dependencies.
 */
class ArchitectureTests {

	@Test
	void featuresUseOnlyWhatTheyDeclare() {
		ApplicationModules.of(LtiToolApplication.class).verify();
	}

}
