package com.humantraffickingexperts.sandbox.services;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;

/**
 * How each platform refuses a service call.
 */
@Component
public class ServiceErrors {

	private final CurrentManners manners;

	ServiceErrors(CurrentManners manners) {
		this.manners = manners;
	}

	/** Why an access token does not do. */
	public enum TokenProblem {

		MISSING, UNKNOWN, EXPIRED

	}

	public Refused badToken(ServiceCall call, TokenProblem problem) {
		return new Refused(switch (this.manners.get()) {
			case MOODLE -> moodle(call, 401, "Unauthorized");
			case CANVAS -> canvas(401, "unauthorized", switch (problem) {
				case MISSING -> "Missing access token";
				case UNKNOWN -> "Invalid access token format";
				case EXPIRED -> "Access token expired";
			});
			case SAKAI -> sakai(403, (problem == TokenProblem.MISSING) ? "invalid_authorization" : "signature_error");
			case GENERIC, BLACKBOARD, BRIGHTSPACE ->
				plain(401, "invalid_token", "The access token is " + problem.name().toLowerCase(java.util.Locale.ROOT))
					.with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
		});
	}

	public Refused insufficientScope(ServiceCall call, List<String> scopes) {
		String wanted = scopes.getFirst();
		return new Refused(switch (this.manners.get()) {
			case MOODLE -> moodle(call, 401, "Unauthorized");
			case CANVAS -> canvas(401, "unauthorized", "Insufficient permissions");
			case SAKAI -> sakai(400, "Scope " + wanted.substring(wanted.lastIndexOf('/') + 1) + " not in access token");
			case GENERIC, BLACKBOARD, BRIGHTSPACE ->
				plain(403, "insufficient_scope", "The access token does not have the scope " + wanted)
					.with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + wanted + "\"");
		});
	}

	/**
	 * Something that is not there.
	 * @param call the call
	 * @param what what it is, as a sentence
	 * @return the refusal
	 */
	public Refused notFound(ServiceCall call, String what) {
		return new Refused(switch (this.manners.get()) {
			case MOODLE -> moodle(call, 404, "Not Found: " + what);
			case CANVAS ->
				Reply.json(404, Map.of("errors", List.of(Map.of("message", "The specified resource does not exist."))));
			case SAKAI -> sakai(404, "Could not load column");
			case GENERIC, BLACKBOARD, BRIGHTSPACE -> plain(404, "not_found", what);
		});
	}

	/**
	 * A call that is wrong.
	 * @param call the call
	 * @param status the status on platforms that tell kinds of error apart
	 * @param what what is wrong
	 * @return the refusal
	 */
	public Refused refused(ServiceCall call, int status, String what) {
		return new Refused(switch (this.manners.get()) {
			case MOODLE -> moodle(call, status, what);
			case CANVAS -> canvas(status, switch (status) {
				case 400 -> "bad_request";
				case 412 -> "precondition_failed";
				default -> "unprocessable_entity";
			}, what);
			case SAKAI -> sakai(400, what);
			case GENERIC, BLACKBOARD, BRIGHTSPACE -> plain(status, "invalid_request", what);
		});
	}

	/**
	 * Refuses a media type as Moodle does, which wants its own and no other.
	 * @param call the call
	 * @param mediaType the media type wanted
	 */
	public void requireExactAccept(ServiceCall call, String mediaType) {
		if (this.manners.are(Manners.MOODLE) && !call.accept().isEmpty() && !call.accept().equals(mediaType)) {
			String reason = call.accept().equals("*/*") ? "No context or unsupported content type"
					: "No handler found for " + call.path() + " " + call.accept() + " ";
			throw new Refused(moodle(call, 400, reason));
		}
		if (this.manners.are(Manners.GENERIC) && !call.accepts(mediaType)) {
			throw new Refused(plain(406, "not_acceptable", "This service answers in " + mediaType));
		}
	}

	/**
	 * Refuses a caller that does not say who it is, as hosted Canvas does.
	 * @param call the call
	 */
	public void requireUserAgent(ServiceCall call) {
		if (this.manners.are(Manners.CANVAS) && call.userAgent().isBlank()) {
			throw new Refused(Reply.json(403, ordered("error", "Forbidden", "message",
					"You are not authorized to access this site because you have not provided a valid user agent.")));
		}
	}

	/**
	 * Refuses a body of another media type, on platforms that look at it.
	 * @param call the call
	 * @param mediaTypes the media types accepted
	 */
	public void requireContentType(ServiceCall call, String... mediaTypes) {
		boolean strict = this.manners.are(Manners.MOODLE) || this.manners.are(Manners.GENERIC);
		if (strict && List.of(mediaTypes).stream().noneMatch(call::sends)) {
			throw this.manners.are(Manners.MOODLE)
					? new Refused(moodle(call, 400, "No handler found for " + call.path() + " " + call.contentType()))
					: new Refused(plain(415, "unsupported_media_type", "This service reads " + mediaTypes[0]));
		}
	}

	private static Reply plain(int status, String error, String description) {
		return Reply.json(status, ordered("error", error, "error_description", description));
	}

	private static Reply sakai(int status, String error) {
		return Reply.json(status, Map.of("error", error)).with("Cache-Control", "no-store");
	}

	private static Reply canvas(int status, String type, String message) {
		return Reply.json(status, Map.of("errors", ordered("type", type, "message", message)));
	}

	private static Reply moodle(ServiceCall call, int status, String reason) {
		Map<String, Object> request = ordered("method", call.method(), "url", call.path());
		request.put("accept", call.accept());
		request.put("contentType", call.contentType());
		Map<String, Object> body = ordered("status", status, "reason", reason);
		body.put("request", request);
		return Reply.json(status, body);
	}

	private static Map<String, Object> ordered(String name, Object value, String otherName, Object otherValue) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put(name, value);
		members.put(otherName, otherValue);
		return members;
	}

}
