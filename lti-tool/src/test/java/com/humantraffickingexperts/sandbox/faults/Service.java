package com.humantraffickingexperts.sandbox.faults;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The services of the platform that a tool calls, and that can be made to fail.
 */
@SuppressWarnings("ImmutableEnumChecker") // the predicates keep no state
public enum Service {

	/** The platform's public keys. */
	JWKS("Key set", (path) -> path.equals("/oidc/jwks")),
	/** The token endpoint. */
	TOKEN("Tokens", (path) -> path.equals("/oidc/token")),
	/** AGS scores. */
	SCORES("Scores", (path) -> path.endsWith("/scores")),
	/** AGS results. */
	RESULTS("Results", (path) -> path.contains("/results")),
	/** NRPS memberships. */
	MEMBERS("Members",
			(path) -> path.endsWith("/memberships") || path.endsWith("/names_and_roles")
					|| path.contains("/namesandroles/")),
	/** AGS line items. */
	LINE_ITEMS("Line items",
			(path) -> path.contains("/lineitem") || path.contains("/line_items") || path.contains("/lineItems")),
	/** Dynamic registration. */
	REGISTRATION("Registration",
			(path) -> path.startsWith("/registration") || path.equals("/.well-known/openid-configuration"));

	private final String title;

	private final Predicate<String> paths;

	Service(String title, Predicate<String> paths) {
		this.title = title;
		this.paths = paths;
	}

	public String title() {
		return this.title;
	}

	/**
	 * The service at a path.
	 * @param path the path of a request
	 * @return the service, unless it is a page
	 */
	public static Optional<Service> at(String path) {
		return Arrays.stream(values()).filter((service) -> service.paths.test(path)).findFirst();
	}

}
