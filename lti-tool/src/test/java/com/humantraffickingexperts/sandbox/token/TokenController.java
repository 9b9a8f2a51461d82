package com.humantraffickingexperts.sandbox.token;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.registration.Registration;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceCall;

/**
 * The token endpoint (<a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant">Security
 * Framework 1.0, 4.1</a>).
 */
@RestController
class TokenController {

	private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private final CurrentManners manners;

	private final AssertionChecks checks;

	private final AccessTokens tokens;

	private final TokenErrors errors;

	TokenController(CurrentManners manners, AssertionChecks checks, AccessTokens tokens, TokenErrors errors) {
		this.manners = manners;
		this.checks = checks;
		this.tokens = tokens;
		this.errors = errors;
	}

	@RequestMapping(path = "/oidc/token", method = { RequestMethod.GET, RequestMethod.POST })
	ResponseEntity<byte[]> token(HttpServletRequest request) {
		return answer(ServiceCall.of(request)).toEntity();
	}

	private Reply answer(ServiceCall call) {
		if (!call.method().equals("POST") || !call.sends("application/x-www-form-urlencoded")) {
			return this.errors.error("invalid_request", "The request must be a posted form.");
		}
		Map<String, String> form = form(call.body());
		String assertion = form.getOrDefault("client_assertion", "");
		String grantType = form.getOrDefault("grant_type", "");
		if (!grantType.equals("client_credentials")) {
			return this.errors.error(grantType.isEmpty() && !this.manners.are(Manners.CANVAS) ? "invalid_request"
					: "unsupported_grant_type", "The grant_type must be client_credentials.");
		}
		if (assertion.isEmpty() || !ASSERTION_TYPE.equals(form.get("client_assertion_type"))) {
			return this.errors.error("invalid_request", "A client_assertion of the type jwt-bearer is needed.");
		}
		Set<String> asked = new LinkedHashSet<>(List.of(form.getOrDefault("scope", "").strip().split("\\s+")));
		asked.remove("");
		if (asked.isEmpty() && !this.manners.are(Manners.CANVAS)) {
			return this.errors.error("invalid_request", "A scope is needed.");
		}
		AssertionChecks.Outcome outcome = this.checks.check(assertion);
		if (!outcome.problems().isEmpty()) {
			return this.errors.problems(outcome);
		}
		return grant(Objects.requireNonNull(outcome.client()), asked);
	}

	private Reply grant(Registration client, Set<String> asked) {
		Set<String> granted = new LinkedHashSet<>(asked);
		granted.retainAll(client.scopes());
		boolean allOrNothing = this.manners.are(Manners.CANVAS) || this.manners.are(Manners.SAKAI);
		if ((granted.isEmpty() && !asked.isEmpty()) || (allOrNothing && granted.size() < asked.size())) {
			asked.removeAll(granted);
			return this.errors.badScopes(asked);
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("access_token", this.tokens.issue(client.clientId(), granted));
		body.put("token_type", "Bearer");
		body.put("expires_in", AccessTokens.LIFETIME.toSeconds());
		body.put("scope", String.join(" ", granted));
		return Reply.json(200, this.errors.contentType(), body)
			.with("Cache-Control", "no-store")
			.with("Pragma", "no-cache");
	}

	private static Map<String, String> form(String body) {
		Map<String, String> form = new LinkedHashMap<>();
		UriComponentsBuilder.newInstance()
			.query(body)
			.build()
			.getQueryParams()
			.forEach((name, values) -> form.put(decoded(name),
					decoded(Objects.requireNonNullElse(values.getFirst(), ""))));
		return form;
	}

	private static String decoded(String text) {
		return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
	}

}
