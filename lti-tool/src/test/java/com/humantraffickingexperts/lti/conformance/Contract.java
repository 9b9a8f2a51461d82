package com.humantraffickingexperts.lti.conformance;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * What this project's contract says where the cases say less, or something else: the
 * stable code of each refusal ({@code conformance/refusals.json}) and the status that
 * belongs to it.
 */
final class Contract {

	private static final JsonNode REFUSALS = Json.resource("conformance/refusals.json");

	private static final Map<Integer, Set<String>> CODES = Map.of(
			// not understandable: missing or repeated parameter, not a JWT, required
			// claim
			// missing or of the wrong shape
			400,
			Set.of("LTI-PARAMETER-MISSING", "LTI-PARAMETER-REPEATED", "LTI-PARAMETER-TOO-LONG", "LTI-PLATFORM-UNKNOWN",
					"LTI-PLATFORM-AMBIGUOUS", "LTI-TARGET-FOREIGN", "LTI-TARGET-MISMATCH", "LTI-PLATFORM-ERROR",
					"LTI-PLATFORM-SIGNED-OUT", "LTI-TOKEN-MALFORMED", "LTI-CLAIM-MISSING", "LTI-CLAIM-MALFORMED",
					"LTI-VERSION-UNSUPPORTED", "LTI-MESSAGE-UNSUPPORTED", "LTI-USER-MISSING", "REQUEST-MALFORMED"),
			// not authentic: signature, alg, kid, issuer, audience, time, nonce, state
			401,
			Set.of("LTI-STATE-MISMATCH", "LTI-STATE-EXPIRED", "LTI-BROWSER-UNKNOWN", "LTI-LAUNCH-USED",
					"LTI-TOKEN-ALGORITHM", "LTI-KEY-ID-MISSING", "LTI-KEY-UNKNOWN", "LTI-SIGNATURE-INVALID",
					"LTI-ISSUER-MISMATCH", "LTI-AUDIENCE-MISMATCH", "LTI-TOKEN-EXPIRED", "LTI-TOKEN-TIME",
					"LTI-NONCE-MISMATCH", "LTI-DEPLOYMENT-MISMATCH", "LTI-MIGRATION-SIGNATURE"),
			// authentic, but not allowed
			403, Set.of("LTI-REGISTRATION-DISABLED", "LTI-DEPLOYMENT-UNKNOWN", "LTI-ROLE", "FORM-NOT-OURS"),
			// unknown module, foreign or ended launch
			404, Set.of("LTI-LAUNCH-UNKNOWN", "PAGE-NOT-FOUND", "MODULE-UNKNOWN", "MODULE-NOT-OFFERED"), 410,
			Set.of("LTI-LAUNCH-ENDED", "LTI-CHOICE-ENDED"), 405, Set.of("METHOD-NOT-ALLOWED"), 413,
			Set.of("REQUEST-TOO-LARGE"), 415, Set.of("MEDIA-TYPE-UNSUPPORTED"), 503,
			Set.of("LTI-KEYS-UNAVAILABLE", "STORAGE-UNAVAILABLE"), 500, Set.of("TOOL-FAULT"));

	private Contract() {
	}

	/**
	 * The code with which a run is refused.
	 * @param played the run
	 * @return a stable code
	 */
	static String refusal(Case played) {
		JsonNode code = REFUSALS.path(played.id());
		if (code.isArray()) {
			code = code.path(played.variant() - 1);
		}
		if (!code.isString()) {
			throw new AssertionError("conformance/refusals.json does not say how " + played + " is refused");
		}
		return code.stringValue();
	}

	static int status(String code) {
		return CODES.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().contains(code))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow(() -> new AssertionError("The contract has no status for " + code));
	}

	static Set<String> refusedIds() {
		Set<String> ids = new TreeSet<>();
		REFUSALS.properties().forEach((member) -> ids.add(member.getKey()));
		return ids;
	}

}
