package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a platform answers to a registration:
 * <a href="https://www.imsglobal.org/spec/lti-dr/v1p0/#client-registration-response">LTI
 * Dynamic Registration 1.0</a>.
 *
 * @param clientId the platform's name for us
 * @param deploymentId the deployment that it made at once; null when it made none
 * @param scopes the services that it granted; empty when it did not say
 */
record RegistrationAnswer(String clientId, @Nullable String deploymentId, Set<String> scopes) {

	private static final int LONGEST_ID = 255;

	static RegistrationAnswer read(String text) {
		JsonNode json = JsonAnswers.object(text, "registration");
		String clientId = id(json.path("client_id"));
		if (clientId == null) {
			throw JsonAnswers.unreadable("client_id");
		}
		String deploymentId = id(json.path(RegistrationBody.TOOL_CONFIGURATION).path("deployment_id"));
		String scope = json.path("scope").asString("").strip();
		return new RegistrationAnswer(clientId,
				// Canvas names it beside the tool's configuration, not within
				(deploymentId != null) ? deploymentId : id(json.path("deployment_id")),
				scope.isEmpty() ? Set.of() : Set.copyOf(List.of(scope.split("\\s+"))));
	}

	/** A number is no id: it may have lost digits on its way. */
	private static @Nullable String id(JsonNode value) {
		return (value.isString() && !value.stringValue().isBlank() && value.stringValue().length() <= LONGEST_ID)
				? value.stringValue() : null;
	}

}
