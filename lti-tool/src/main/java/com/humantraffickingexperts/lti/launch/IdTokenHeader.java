package com.humantraffickingexperts.lti.launch;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The header of an id_token: signed by RS256, with the name of its key, and without
 * anything that would change how it has to be read.
 *
 * @see <a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#authentication-response-validation">Security
 * Framework 1.0, section 5.1.3</a>
 */
final class IdTokenHeader {

	private static final Set<String> CHANGES_THE_READING = Set.of("crit", "b64", "zip", "enc");

	private static final Pattern KEY_ID = Pattern.compile("\\P{Cntrl}{1,255}");

	private IdTokenHeader() {
	}

	static void check(Map<String, Object> header) throws LaunchRejected {
		if (!"RS256".equals(header.get("alg"))) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_ALGORITHM, "alg is not RS256");
		}
		for (String name : CHANGES_THE_READING) {
			if (header.containsKey(name)) {
				throw new LaunchRejected(LaunchRefusal.TOKEN_ALGORITHM, "header has " + name);
			}
		}
		if (header.containsKey("typ") && !"JWT".equalsIgnoreCase(String.valueOf(header.get("typ")))) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_ALGORITHM, "typ is not JWT");
		}
		if (header.containsKey("cty")) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_ALGORITHM, "header has cty");
		}
		if (!(header.get("kid") instanceof String kid) || kid.isBlank() || !KEY_ID.matcher(kid).matches()) {
			throw new LaunchRejected(LaunchRefusal.KEY_ID_MISSING, "kid is missing or not usable");
		}
	}

}
