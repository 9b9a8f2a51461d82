package com.humantraffickingexperts.sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Registration;
import com.humantraffickingexperts.sandbox.registration.Registrations;

/**
 * Decides on a tool's authentication request (<a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#step-2-authentication-request">Security
 * Framework 1.0, 5.1.1.2</a>).
 */
@Component
class AuthorizationEndpoint {

	private static final List<String> REQUIRED = List.of("client_id", "login_hint", "nonce", "prompt", "redirect_uri",
			"response_mode", "response_type", "scope");

	private final CurrentManners manners;

	private final Registrations registrations;

	private final Launches launches;

	private final IdTokens tokens;

	AuthorizationEndpoint(CurrentManners manners, Registrations registrations, Launches launches, IdTokens tokens) {
		this.manners = manners;
		this.registrations = registrations;
		this.launches = launches;
		this.tokens = tokens;
	}

	AuthorizationAnswer answer(AuthorizationRequest request, @Nullable Person session) {
		return switch (this.manners.get()) {
			case MOODLE -> answerAsMoodle(request, session);
			case CANVAS -> answerAsCanvas(request, session);
			case SAKAI -> answerAsSakai(request, session);
			case GENERIC, BLACKBOARD, BRIGHTSPACE -> answerBySpecification(request, session);
		};
	}

	private AuthorizationAnswer answerBySpecification(AuthorizationRequest request, @Nullable Person session) {
		Registration registration = registration(request);
		if (registration == null) {
			return new AuthorizationAnswer.OwnPage(400, "The tool is not known here: client_id is missing or unknown.");
		}
		String redirectUri = request.get("redirect_uri");
		if (redirectUri == null || !registration.redirectUris().contains(redirectUri)) {
			return new AuthorizationAnswer.OwnPage(400,
					"The tool wants to be answered at an address that is not registered: redirect_uri.");
		}
		if (this.manners.are(Manners.BRIGHTSPACE) && !request.has("state")) {
			return new AuthorizationAnswer.OwnPage(404, "A parameter is missing: state.");
		}
		String missing = REQUIRED.stream().filter((name) -> !request.has(name)).findFirst().orElse(null);
		if (missing != null) {
			return error(redirectUri, request, "invalid_request", "The parameter " + missing + " is missing.");
		}
		if (!List.of(Objects.requireNonNullElse(request.get("scope"), "").split(" ")).contains("openid")) {
			return error(redirectUri, request, "invalid_scope", "The scope must be openid.");
		}
		if (!request.is("response_type", "id_token")) {
			return error(redirectUri, request, "unsupported_response_type", "The response_type must be id_token.");
		}
		if (!request.is("response_mode", "form_post")) {
			return error(redirectUri, request, "invalid_request", "The response_mode must be form_post.");
		}
		if (!request.is("prompt", "none")) {
			return error(redirectUri, request, "invalid_request", "The prompt must be none.");
		}
		Launch launch = launch(request);
		if (launch == null || !launch.registration().clientId().equals(registration.clientId())) {
			return error(redirectUri, request, "invalid_request",
					"No launch of this tool is under way for these hints.");
		}
		if (!request.is("login_hint", launch.hints().login()) || isSomebodyElse(session, launch)) {
			return error(redirectUri, request, "login_required", "Somebody else is signed in.");
		}
		if (!this.registrations.get(registration.clientId()).active()) {
			return error(redirectUri, request, "unauthorized_client", "The tool is switched off.");
		}
		return message(redirectUri, request, launch);
	}

	/** Recorded behaviour of Moodle 4.5.6. */
	private AuthorizationAnswer answerAsMoodle(AuthorizationRequest request, @Nullable Person session) {
		Launch launch = launch(request);
		boolean complete = Stream
			.of("login_hint", "lti_message_hint", "nonce", "redirect_uri", "client_id", "response_type")
			.allMatch(request::has);
		if (!complete || launch == null || !request.is("scope", "openid") || !request.is("response_type", "id_token")) {
			return new AuthorizationAnswer.OwnPage(404, "Invalid request");
		}
		String redirectUri = Objects.requireNonNull(request.get("redirect_uri"));
		if (!launch.registration().redirectUris().contains(redirectUri)) {
			return new AuthorizationAnswer.OwnPage(404, "Invalid request");
		}
		this.launches.answered(launch);
		if (!request.is("client_id", launch.registration().clientId())) {
			return error(redirectUri, request, "unauthorized_client", null);
		}
		if (!request.is("response_mode", "form_post")) {
			return error(redirectUri, request, "invalid_request", "Invalid response_mode");
		}
		if (request.has("prompt") && !request.is("prompt", "none")) {
			return error(redirectUri, request, "invalid_request", "Invalid prompt");
		}
		if (!request.is("login_hint", launch.hints().login()) || isSomebodyElse(session, launch)) {
			return error(redirectUri, request, "access_denied", null);
		}
		return message(redirectUri, request, launch);
	}

	private AuthorizationAnswer answerAsCanvas(AuthorizationRequest request, @Nullable Person session) {
		Registration registration = registration(request);
		String redirectUri = request.get("redirect_uri");
		if (!request.has("lti_message_hint")) {
			return new AuthorizationAnswer.OwnPage(400, "lti_message_hint is missing");
		}
		if (redirectUri == null || registration == null || !isRegisteredOnCanvas(registration, redirectUri)) {
			return new AuthorizationAnswer.OwnPage(400, "Invalid redirect_uri");
		}
		List<String> missing = REQUIRED.stream().filter((name) -> !request.has(name)).toList();
		if (!missing.isEmpty()) {
			return error(redirectUri, request, "invalid_request_object",
					"The following parameters are missing: " + String.join(",", missing));
		}
		if (!request.is("scope", "openid")) {
			return error(redirectUri, request, "invalid_request_object", "The 'scope' must be 'openid'");
		}
		Launch launch = launch(request);
		if (launch == null) {
			return error(redirectUri, request, "launch_no_longer_valid",
					"The launch has either expired or already been consumed");
		}
		if (!request.is("login_hint", launch.hints().login()) || isSomebodyElse(session, launch)) {
			return error(redirectUri, request, "login_required", "Must have an active user session");
		}
		if (!registration.active() || !launch.registration().clientId().equals(registration.clientId())) {
			return error(redirectUri, request, "unauthorized_client", "Client not authorized in requested context");
		}
		this.launches.answered(launch);
		return message(redirectUri, request, launch);
	}

	private static boolean isRegisteredOnCanvas(Registration registration, String redirectUri) {
		return registration.redirectUris().stream().anyMatch((uri) -> redirectUri.split("\\?", 2)[0].equals(uri));
	}

	private AuthorizationAnswer answerAsSakai(AuthorizationRequest request, @Nullable Person session) {
		if (!request.has("login_hint") || !request.has("nonce") || !request.has("state")) {
			return new AuthorizationAnswer.OwnPage(400, "Missing login_hint, nonce or state parameter");
		}
		Launch launch = launch(request);
		String redirectUri = request.get("redirect_uri");
		if (launch == null || redirectUri == null || isSomebodyElse(session, launch)) {
			return new AuthorizationAnswer.OwnPage(400, "The launch is not known.");
		}
		boolean registered = String.join(",", launch.registration().redirectUris()).contains(redirectUri);
		return message(registered ? redirectUri : launch.targetLinkUri(), request, launch);
	}

	private @Nullable Registration registration(AuthorizationRequest request) {
		String clientId = request.get("client_id");
		return (clientId == null) ? null : this.registrations.find(clientId).orElse(null);
	}

	private @Nullable Launch launch(AuthorizationRequest request) {
		return this.launches
			.find(Objects.requireNonNullElse(request.get("login_hint"), ""), request.get("lti_message_hint"))
			.orElse(null);
	}

	private static boolean isSomebodyElse(@Nullable Person session, Launch launch) {
		return session != null && !session.equals(launch.person());
	}

	private AuthorizationAnswer message(String redirectUri, AuthorizationRequest request, Launch launch) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("id_token", this.tokens.issue(launch, Objects.requireNonNullElse(request.get("nonce"), "")));
		fields.putAll(state(request));
		if (this.manners.platformStorage() && (this.manners.are(Manners.CANVAS) || this.manners.are(Manners.SAKAI))) {
			fields.put("lti_storage_target", this.manners.get().storageFrame());
		}
		return new AuthorizationAnswer.FormPost(redirectUri, fields);
	}

	private AuthorizationAnswer error(String redirectUri, AuthorizationRequest request, String error,
			@Nullable String description) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("error", error);
		if (description != null) {
			fields.put("error_description", description);
		}
		fields.putAll(state(request));
		return new AuthorizationAnswer.FormPost(redirectUri, fields);
	}

	private Map<String, String> state(AuthorizationRequest request) {
		String state = request.get("state");
		if (state == null) {
			return this.manners.are(Manners.MOODLE) ? Map.of("state", "") : Map.of();
		}
		return Map.of("state", state);
	}

}
