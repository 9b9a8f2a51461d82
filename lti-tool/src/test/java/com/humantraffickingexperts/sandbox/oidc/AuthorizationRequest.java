package com.humantraffickingexperts.sandbox.oidc;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the tool's <a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#step-2-authentication-request">authentication
 * request</a> carried.
 *
 * @param parameters its parameters, each with its first value
 */
record AuthorizationRequest(Map<String, String> parameters) {

	@Nullable String get(String name) {
		String value = this.parameters.get(name);
		return (value == null || value.isBlank()) ? null : value;
	}

	boolean has(String name) {
		return get(name) != null;
	}

	boolean is(String name, String expected) {
		return expected.equals(get(name));
	}

}
