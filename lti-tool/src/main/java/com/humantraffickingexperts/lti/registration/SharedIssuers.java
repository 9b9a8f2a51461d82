package com.humantraffickingexperts.lti.registration;

import java.util.Map;
import java.util.Set;

/**
 * Issuers that stand for many institutions, whose services live at hosts of the vendor's
 * domain rather than at the issuer's own origin.
 */
final class SharedIssuers {

	private static final Map<String, Set<String>> ORIGINS = Map.of("https://canvas.instructure.com",
			Set.of("https://*.instructure.com"), "https://canvas.beta.instructure.com",
			Set.of("https://*.beta.instructure.com"), "https://canvas.test.instructure.com",
			Set.of("https://*.test.instructure.com"), "https://blackboard.com", Set.of("https://*.blackboard.com"),
			"https://schoology.schoology.com", Set.of("https://*.schoology.com"));

	private SharedIssuers() {
	}

	static Set<String> origins(String issuer) {
		return ORIGINS.getOrDefault(issuer, Set.of());
	}

}
