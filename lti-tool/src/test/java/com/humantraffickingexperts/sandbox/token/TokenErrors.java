package com.humantraffickingexperts.sandbox.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.services.Reply;

/**
 * How each platform refuses a token
 * (<a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>).
 */
@Component
class TokenErrors {

	private final CurrentManners manners;

	private final SandboxClock clock;

	TokenErrors(CurrentManners manners, SandboxClock clock) {
		this.manners = manners;
		this.clock = clock;
	}

	/**
	 * The media type of the endpoint's answers, which on Moodle is not that of JSON.
	 * @return the media type
	 */
	String contentType() {
		return this.manners.are(Manners.MOODLE) ? "text/html; charset=utf-8" : Reply.JSON;
	}

	Reply error(String error, String description) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error", error);
		if (!this.manners.are(Manners.MOODLE)) {
			body.put("error_description", description);
		}
		return Reply.json(400, contentType(), body);
	}

	Reply badScopes(Set<String> refused) {
		String names = String.join(" ", refused);
		return switch (this.manners.get()) {
			case CANVAS -> error("invalid_scope",
					"A requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner. "
							+ "The following scopes were requested, but not granted: " + names);
			case SAKAI -> Reply.json(400, Map.of("error", "invalid_scope")).with("X-Tsugi-LTI13-Error-Detail", names);
			case GENERIC, MOODLE, BLACKBOARD, BRIGHTSPACE ->
				error("invalid_scope", "None of these scopes is granted: " + names);
		};
	}

	Reply problems(AssertionChecks.Outcome outcome) {
		return switch (this.manners.get()) {
			case GENERIC -> bySpecification(outcome);
			case MOODLE -> moodle(outcome);
			case CANVAS -> canvas(outcome);
			case BLACKBOARD -> Reply.json(400, Map.of("error", "invalid_client", "error_description",
					words(outcome.problems().getFirst(), outcome)));
			case BRIGHTSPACE -> brightspace(outcome);
			case SAKAI -> Reply.json(400, Map.of("error", (outcome.problems().getFirst() == AssertionProblem.REPLAYED)
					? "Replayed client_assertion" : words(outcome.problems().getFirst(), outcome)));
		};
	}

	private Reply bySpecification(AssertionChecks.Outcome outcome) {
		String description = outcome.problems()
			.stream()
			.map((problem) -> words(problem, outcome))
			.collect(Collectors.joining(" "));
		return switch (outcome.problems().getFirst()) {
			case MALFORMED, CLAIM_MISSING -> error("invalid_request", description);
			default -> {
				Reply reply = error("invalid_client", description);
				yield new Reply(401, reply.contentType(), reply.headers(), reply.body());
			}
		};
	}

	/** As recorded from Moodle 4.5.6, which answers one case in broken JSON. */
	private Reply moodle(AssertionChecks.Outcome outcome) {
		return switch (outcome.problems().getFirst()) {
			case UNKNOWN_CLIENT, CLAIM_MISSING, ISSUER_NOT_CLIENT -> error("invalid_client", "");
			case MALFORMED -> error("invalid_request", "");
			case NO_KEY_ID -> error("error/Error: kid must be provided in JWT header.", "");
			case UNKNOWN_KEY_ID, KEYS_UNREACHABLE ->
				Reply.text(400, contentType(), "{\n  \"error\" : \"\"kid\" invalid, unable to lookup correct key\"\n}");
			case EXPIRED -> error("Expired token", "");
			case ISSUED_IN_FUTURE ->
				error("Cannot handle token with iat prior to " + this.clock.instant().toString(), "");
			case BAD_SIGNATURE, WRONG_AUDIENCE, TOO_OLD, TOO_LONG, REPLAYED ->
				error("Signature verification failed", "");
		};
	}

	private Reply canvas(AssertionChecks.Outcome outcome) {
		if (outcome.problems().getFirst() == AssertionProblem.UNKNOWN_CLIENT) {
			return Reply.json(401, Map.of("error", "invalid_client", "error_description", "unknown client"))
				.with("WWW-Authenticate", "Canvas OAuth 2.0");
		}
		String description = outcome.problems().stream().map((problem) -> switch (problem) {
			case CLAIM_MISSING -> "the following assertions are missing: " + outcome.detail();
			case NO_KEY_ID, UNKNOWN_KEY_ID, KEYS_UNREACHABLE -> "JWK Error: JSON::JWK::Set::KidNotFound";
			case WRONG_AUDIENCE -> "the 'aud' is invalid";
			case EXPIRED -> "the JWT has expired";
			case ISSUED_IN_FUTURE -> "the 'iat' must not be in the future";
			case TOO_OLD -> "the 'iat' must be less than 300 seconds old";
			case MALFORMED, UNKNOWN_CLIENT, ISSUER_NOT_CLIENT, BAD_SIGNATURE, TOO_LONG, REPLAYED ->
				"JWS signature invalid.";
		}).collect(Collectors.joining(" | "));
		return error("invalid_request", description);
	}

	private Reply brightspace(AssertionChecks.Outcome outcome) {
		return switch (outcome.problems().getFirst()) {
			case ISSUER_NOT_CLIENT, UNKNOWN_CLIENT -> Reply.json(400, Map.of("error", "invalid_client"));
			case NO_KEY_ID -> error("invalid_grant", "Error validating assertion: KeyId not found in token");
			default ->
				error("invalid_grant", "Error validating assertion: " + words(outcome.problems().getFirst(), outcome));
		};
	}

	private static String words(AssertionProblem problem, AssertionChecks.Outcome outcome) {
		return switch (problem) {
			case MALFORMED -> "The client_assertion is not a signed JWT.";
			case UNKNOWN_CLIENT -> "The client is not known.";
			case CLAIM_MISSING -> "Claims are missing: " + outcome.detail() + ".";
			case ISSUER_NOT_CLIENT -> "The issuer is not the client.";
			case NO_KEY_ID -> "The header has no kid.";
			case UNKNOWN_KEY_ID -> "The key set has no such kid.";
			case KEYS_UNREACHABLE -> "The key set of the tool cannot be fetched.";
			case BAD_SIGNATURE -> "The signature is wrong.";
			case WRONG_AUDIENCE -> "The audience is not this token endpoint.";
			case EXPIRED -> "The assertion has expired.";
			case ISSUED_IN_FUTURE -> "The assertion was issued in the future.";
			case TOO_OLD -> "The assertion is too old.";
			case TOO_LONG -> "The assertion is good for too long.";
			case REPLAYED -> "The assertion was used before.";
		};
	}

}
