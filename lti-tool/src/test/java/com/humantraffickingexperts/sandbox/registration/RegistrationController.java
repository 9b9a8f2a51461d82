package com.humantraffickingexperts.sandbox.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.services.Refused;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceCall;

/**
 * The <a href=
 * "https://www.imsglobal.org/spec/lti-dr/v1p0/#step-3-client-registration">registration
 * endpoint</a> of LTI Dynamic Registration.
 */
@RestController
class RegistrationController {

	private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

	private final PendingRegistrations pending;

	private final Registrations registrations;

	private final CurrentManners manners;

	RegistrationController(PendingRegistrations pending, Registrations registrations, CurrentManners manners) {
		this.pending = pending;
		this.registrations = registrations;
		this.manners = manners;
	}

	@PostMapping({ "/registration", "/registration/{token}" })
	ResponseEntity<byte[]> register(HttpServletRequest request,
			@PathVariable(name = "token", required = false) @Nullable String inPath) {
		ServiceCall call = ServiceCall.of(request);
		PendingRegistrations.Pending begun = begun(
				Objects.requireNonNullElse((inPath != null) ? inPath : call.bearer(), ""));
		Map<String, @Nullable Object> sent = call.json();
		if (sent == null) {
			throw refusal(400, "The body is not a JSON object");
		}
		Registration registration = registration(sent, begun.clientId());
		this.pending.used(begun);
		this.registrations.save(registration);
		return answer(sent, registration).toEntity();
	}

	private PendingRegistrations.Pending begun(String token) {
		if (token.isEmpty()) {
			throw switch (this.manners.get()) {
				case MOODLE -> refusal(401, "missing_registration_token");
				case SAKAI -> new Refused(Reply.json(400, Map.of("error", "invalid_authorization")));
				default -> refusal(401, "The registration token is missing");
			};
		}
		PendingRegistrations.Pending begun = this.pending.find(token).orElse(null);
		if (begun == null || this.pending.isExpired(begun)) {
			throw switch (this.manners.get()) {
				case MOODLE -> new Refused(Reply.text(404, "text/html; charset=utf-8",
						"<html><body>Exception - Expired token</body></html>"));
				case SAKAI -> new Refused(Reply.empty(403));
				default -> refusal(401, "The registration token is unknown or has expired");
			};
		}
		if (begun.used()) {
			throw switch (this.manners.get()) {
				case MOODLE -> refusal(401, "token_already_used");
				case SAKAI -> new Refused(Reply.empty(403));
				default -> refusal(401, "The registration token was used before");
			};
		}
		return begun;
	}

	private Registration registration(Map<String, @Nullable Object> sent, String clientId) {
		Stream.of("client_name", "initiate_login_uri", "redirect_uris", "jwks_uri", TOOL)
			.filter((name) -> sent.get(name) == null)
			.findFirst()
			.ifPresent((name) -> {
				throw missing(name);
			});
		requireContained(sent, "response_types", "id_token");
		requireContained(sent, "grant_types", "client_credentials");
		if (!"private_key_jwt".equals(sent.get("token_endpoint_auth_method"))) {
			throw invalid("token_endpoint_auth_method must be private_key_jwt");
		}
		Map<?, ?> tool = (sent.get(TOOL) instanceof Map<?, ?> object) ? object : Map.of();
		String target = text(tool.get("target_link_uri"));
		if (target.isEmpty()) {
			throw missing("target_link_uri");
		}
		String domain = text(tool.get("domain"));
		if (!target.contains("//" + domain + "/") && !target.endsWith("//" + domain)) {
			throw this.manners.are(Manners.MOODLE) ? refusal(400, "domain_targetlinkuri_mismatch")
					: invalid("domain must be that of target_link_uri");
		}
		List<String> scopes = List.of(text(sent.get("scope")).split(" "));
		List<String> claims = texts(tool.get("claims"));
		if (this.manners.are(Manners.CANVAS)) {
			CanvasRegistrations.fault(scopes, tool).ifPresent((fault) -> {
				throw invalid(fault);
			});
			claims = CanvasRegistrations.claims(tool, claims);
		}
		Map<String, String> custom = new LinkedHashMap<>();
		if (tool.get("custom_parameters") instanceof Map<?, ?> parameters) {
			parameters.forEach((name, value) -> custom.put(String.valueOf(name), String.valueOf(value)));
		}
		return new Registration(clientId, deployment(clientId), text(sent.get("client_name")),
				text(sent.get("initiate_login_uri")), texts(sent.get("redirect_uris")), target,
				deepLinkingTarget(tool).orElse(target), text(sent.get("jwks_uri")),
				Scopes.ALL.stream().filter(scopes::contains).toList(), custom, claims, !startsInactive());
	}

	private void requireContained(Map<String, @Nullable Object> sent, String name, String value) {
		if (!texts(sent.get(name)).contains(value)) {
			throw invalid(name + " must contain " + value);
		}
	}

	/**
	 * On Moodle (recorded), Canvas and Brightspace (documented) an administrator has to
	 * switch a new tool on.
	 */
	private boolean startsInactive() {
		return this.manners.are(Manners.MOODLE) || this.manners.are(Manners.CANVAS)
				|| this.manners.are(Manners.BRIGHTSPACE);
	}

	private String deployment(String clientId) {
		String hex = (Integer.toHexString(clientId.hashCode()) + "5f0c9d1ab7e34826f1d05b6c8e9a72d4013bcf58")
			.substring(0, 40);
		return switch (this.manners.get()) {
			case MOODLE, GENERIC -> Integer.toString(this.registrations.all().size() + 1);
			case CANVAS -> (46 + this.registrations.all().size()) + ":" + hex;
			case SAKAI -> "1";
			case BLACKBOARD, BRIGHTSPACE ->
				java.util.UUID.nameUUIDFromBytes(clientId.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
		};
	}

	private static Optional<String> deepLinkingTarget(Map<?, ?> tool) {
		return (tool.get("messages") instanceof List<?> messages) ? messages.stream()
			.filter(Map.class::isInstance)
			.map((message) -> (Map<?, ?>) message)
			.filter((message) -> "LtiDeepLinkingRequest".equals(message.get("type")))
			.map((message) -> text(message.get("target_link_uri")))
			.filter((uri) -> !uri.isEmpty())
			.findFirst() : Optional.empty();
	}

	private Reply answer(Map<String, @Nullable Object> sent, Registration registration) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("client_id", registration.clientId());
		sent.forEach((name, value) -> {
			if (!name.contains("#") || !this.manners.are(Manners.MOODLE)) {
				body.put(name, value);
			}
		});
		body.put("scope",
				String.join(" ", registration.scopes()) + (this.manners.are(Manners.CANVAS) ? " openid" : ""));
		Map<String, @Nullable Object> tool = new LinkedHashMap<>();
		if (sent.get(TOOL) instanceof Map<?, ?> object) {
			object.forEach((name, value) -> tool.put(String.valueOf(name), value));
		}
		if (this.manners.are(Manners.CANVAS)) {
			body.put("deployment_id", registration.deploymentId());
		}
		else if (!this.manners.are(Manners.BLACKBOARD)) {
			tool.put("deployment_id", registration.deploymentId());
		}
		if (this.manners.are(Manners.MOODLE)) {
			tool.put("version", "1.3.0");
		}
		body.put(TOOL, tool);
		return Reply.json(this.manners.are(Manners.GENERIC) ? 201 : 200, body);
	}

	private Refused missing(String name) {
		return switch (this.manners.get()) {
			case MOODLE -> refusal(400, "missing required attribute " + name);
			case CANVAS -> new Refused(Reply.json(422,
					Map.of("errors", List.of("object at root is missing required properties: " + name))));
			case SAKAI ->
				new Refused(Reply.json(400, Map.of("error", "Missing initiate_login_uri, jwks_uri, redirect_uris")));
			case GENERIC, BLACKBOARD, BRIGHTSPACE -> invalid(name + " is missing");
		};
	}

	private Refused invalid(String description) {
		if (this.manners.are(Manners.CANVAS)) {
			return new Refused(Reply.json(422, Map.of("errors", List.of(description))));
		}
		if (this.manners.are(Manners.MOODLE)) {
			return refusal(400, description.toLowerCase(Locale.ROOT));
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error", "invalid_client_metadata");
		body.put("error_description", description);
		return new Refused(Reply.json(400, body));
	}

	private Refused refusal(int status, String words) {
		return new Refused(switch (this.manners.get()) {
			case MOODLE -> Reply.text(status, "text/html; charset=utf-8", words);
			case CANVAS -> Reply.json(status, Map.of("errorMessage", words));
			case GENERIC, BLACKBOARD, BRIGHTSPACE, SAKAI -> Reply.json(status, Map.of("error", words));
		});
	}

	private static String text(@Nullable Object value) {
		return (value instanceof String text) ? text : "";
	}

	private static List<String> texts(@Nullable Object value) {
		return (value instanceof List<?> list) ? list.stream().map(String::valueOf).toList() : List.of();
	}

}
