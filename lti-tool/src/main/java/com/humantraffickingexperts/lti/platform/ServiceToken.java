package com.humantraffickingexperts.lti.platform;

import java.time.Instant;
import java.util.Set;

/**
 * A service token.
 *
 * @param value the bearer token; never logged
 * @param usableUntil when it is no longer sent; a minute before it expires
 * @param scopes what the platform granted, perhaps less than was asked for
 */
record ServiceToken(String value, Instant usableUntil, Set<String> scopes) implements TokenOutcome {

	ServiceToken {
		scopes = Set.copyOf(scopes);
	}

	boolean grantsOneOf(Set<String> needed) {
		return this.scopes.stream().anyMatch(needed::contains);
	}

	@Override
	public String toString() {
		return "ServiceToken[until " + this.usableUntil + "]";
	}

}
