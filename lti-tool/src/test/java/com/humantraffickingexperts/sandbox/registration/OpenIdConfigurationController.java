package com.humantraffickingexperts.sandbox.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceCall;

/**
 * The platform's
 * <a href="https://www.imsglobal.org/spec/lti-dr/v1p0/#openid-configuration">OpenID
 * configuration</a>.
 */
@RestController
class OpenIdConfigurationController {

	private final PlatformAddress address;

	private final CurrentManners manners;

	OpenIdConfigurationController(PlatformAddress address, CurrentManners manners) {
		this.address = address;
		this.manners = manners;
	}

	@GetMapping("/.well-known/openid-configuration")
	ResponseEntity<byte[]> configuration(HttpServletRequest request) {
		ServiceCall call = ServiceCall.of(request);
		if (this.manners.are(Manners.CANVAS) && call.parameter("registration_token").isEmpty()) {
			return Reply
				.json(401, Map.of("error", "Access token missing (You must include the registration_token parameter)."))
				.toEntity();
		}
		if (this.manners.are(Manners.SAKAI) && call.parameter("clientId").isEmpty()) {
			return Reply.json(400, Map.of("error", "Missing clientId")).toEntity();
		}
		return Reply.json(200, configuration(call)).toEntity();
	}

	private Map<String, Object> configuration(ServiceCall call) {
		Map<String, Object> configuration = new LinkedHashMap<>();
		configuration.put("issuer", this.address.issuer().toString());
		configuration.put("authorization_endpoint", this.address.of("/oidc/authorize"));
		configuration.put("token_endpoint", this.address.of("/oidc/token"));
		configuration.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
		configuration.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS256"));
		configuration.put("jwks_uri", this.address.of("/oidc/jwks"));
		configuration.put("registration_endpoint", this.address.of("/registration")
				+ call.parameter("registration").map((token) -> "/" + token).orElse(""));
		configuration.put("scopes_supported", scopes());
		configuration.put("response_types_supported", List.of("id_token"));
		configuration.put("subject_types_supported", List.of("public"));
		configuration.put("id_token_signing_alg_values_supported", List.of("RS256"));
		configuration.put("claims_supported",
				this.manners.are(Manners.SAKAI) ? List.of("iss", "aud") : Registration.PERSONAL_CLAIMS);
		switch (this.manners.get()) {
			case BRIGHTSPACE -> configuration.put("authorization_server", "https://api.brightspace.com/auth/token");
			// a bare host, as recorded from a self-hosted Canvas
			case CANVAS -> configuration.put("authorization_server", this.address.issuer().getAuthority());
			case GENERIC, MOODLE, BLACKBOARD, SAKAI -> {
				// no such member in the recording, the documentation or the source
			}
		}
		configuration.put("https://purl.imsglobal.org/spec/lti-platform-configuration", platform());
		return configuration;
	}

	private List<String> scopes() {
		List<String> scopes = new java.util.ArrayList<>(List.of("openid"));
		if (!this.manners.are(Manners.SAKAI)) {
			scopes.addAll(Scopes.ALL);
		}
		return scopes;
	}

	private Map<String, Object> platform() {
		Map<String, Object> platform = new LinkedHashMap<>();
		platform.put("product_family_code",
				this.manners.are(Manners.SAKAI) ? "sakailms.org" : this.manners.get().family());
		platform.put("version", this.manners.get().version().isEmpty() ? "1" : this.manners.get().version());
		platform.put("messages_supported", messages());
		platform.put("variables", List.of("User.id", "Person.name.full", "Person.email.primary", "Context.id",
				"Context.id.history", "ResourceLink.id", "ResourceLink.title"));
		if (this.manners.are(Manners.CANVAS)) {
			platform.put(CanvasRegistrations.PREFIX + "account_name", "Sandbox College");
			platform.put(CanvasRegistrations.PREFIX + "account_domain", this.address.issuer().getAuthority());
		}
		return platform;
	}

	private List<Map<String, Object>> messages() {
		Map<String, Object> open = Map.of("type", "LtiResourceLinkRequest");
		return switch (this.manners.get()) {
			case CANVAS -> List.of(Map.of("type", "LtiResourceLinkRequest", "placements", CanvasRegistrations.OPENING),
					Map.of("type", "LtiDeepLinkingRequest", "placements", CanvasRegistrations.CHOOSING));
			// Sakai's source names the messages without places
			case SAKAI -> List.of(open, Map.of("type", "LtiDeepLinkingRequest"));
			case GENERIC, MOODLE, BLACKBOARD, BRIGHTSPACE ->
				List.of(open, Map.of("type", "LtiDeepLinkingRequest", "placements", List.of("ContentArea")));
		};
	}

}
