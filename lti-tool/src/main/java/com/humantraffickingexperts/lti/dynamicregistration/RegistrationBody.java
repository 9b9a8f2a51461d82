package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.dynamicregistration.Requirements.Message;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * The body of the client registration request:
 * <a href="https://www.imsglobal.org/spec/lti-dr/v1p0/#tool-configuration">LTI Dynamic
 * Registration 1.0</a>.
 */
@Component
class RegistrationBody {

	static final String TOOL_CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration";

	private final ToolMetadata tool;

	RegistrationBody(ToolMetadata tool) {
		this.tool = tool;
	}

	/**
	 * The registration for one platform.
	 * @param platform the platform
	 * @param choices what its administrator decided
	 * @return the members, in a sensible order
	 */
	Map<String, Object> of(PlatformConfiguration platform, Choices choices) {
		Requirements requirements = Requirements.of(platform.family(), choices);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("application_type", "web");
		body.put("response_types", List.of("id_token"));
		body.put("grant_types", List.of("client_credentials", "implicit"));
		body.put("initiate_login_uri", this.tool.login().toString());
		body.put("redirect_uris", List.of(this.tool.launch().toString()));
		body.put("client_name", this.tool.name());
		body.put("jwks_uri", this.tool.keySet().toString());
		body.put("logo_uri", this.tool.icon().toString());
		body.put("client_uri", this.tool.website().toString());
		if (this.tool.policy() != null) {
			body.put("policy_uri", this.tool.policy().toString());
		}
		if (this.tool.terms() != null) {
			body.put("tos_uri", this.tool.terms().toString());
		}
		if (!this.tool.contacts().isEmpty()) {
			body.put("contacts", this.tool.contacts());
		}
		body.put("token_endpoint_auth_method", "private_key_jwt");
		body.put("scope", String.join(" ", scopes(platform, requirements)));
		body.put(TOOL_CONFIGURATION, toolConfiguration(platform, requirements, choices));
		return body;
	}

	/**
	 * Groups belong to the class list, and are asked for only where the platform knows
	 * them.
	 */
	private static List<String> scopes(PlatformConfiguration platform, Requirements requirements) {
		boolean groups = requirements.scopes().contains(Requirements.CLASS_LIST) && platform.names(Requirements.GROUPS);
		return Stream
			.concat(requirements.scopes().stream().filter(platform::offers),
					groups ? Stream.of(Requirements.GROUPS) : Stream.empty())
			.toList();
	}

	private Map<String, Object> toolConfiguration(PlatformConfiguration platform, Requirements requirements,
			Choices choices) {
		Map<String, Object> configuration = new LinkedHashMap<>();
		configuration.put("domain", this.tool.domain());
		configuration.put("description", this.tool.description());
		configuration.put("target_link_uri", this.tool.launch().toString());
		configuration.put("custom_parameters", requirements.custom());
		configuration.put("claims", requirements.claims());
		configuration.put("messages",
				requirements.messages()
					.stream()
					.filter((message) -> platform.knows(message.type()))
					.map((message) -> message(platform, message))
					.toList());
		if (platform.family() == PlatformFamily.CANVAS) {
			configuration.put(CanvasWords.PREFIX + "privacy_level", CanvasWords.privacyLevel(choices));
			configuration.put(CanvasWords.PREFIX + "tool_id", CanvasWords.TOOL_ID);
			configuration.put(CanvasWords.PREFIX + "vendor", "Human Trafficking and Modern Slavery Experts");
		}
		return configuration;
	}

	private Map<String, Object> message(PlatformConfiguration platform, Message message) {
		boolean canvas = platform.family() == PlatformFamily.CANVAS;
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("type", message.type());
		members.put("target_link_uri", this.tool.launch().toString());
		members.put("label", this.tool.name());
		members.put("icon_uri", this.tool.icon().toString());
		if (!message.placements().isEmpty()) {
			members.put("placements",
					message.placements()
						.stream()
						.map((placement) -> canvas ? CanvasWords.PREFIX + placement : placement)
						.filter((placement) -> platform.knows(message.type(), placement))
						.toList());
		}
		if (canvas && message.type().equals(Requirements.DEEP_LINKING)) {
			members.put(CanvasWords.PREFIX + "launch_width", Integer.toString(CanvasWords.WINDOW_WIDTH));
			members.put(CanvasWords.PREFIX + "launch_height", Integer.toString(CanvasWords.WINDOW_HEIGHT));
		}
		return members;
	}

}
