package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.dynamicregistration.Requirements.Message;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * The configuration that a Canvas administrator enters by its URL: <a href=
 * "https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_dev_key_config">LTI
 * developer key</a>.
 */
@Component
class CanvasConfiguration {

	private final ToolMetadata tool;

	CanvasConfiguration(ToolMetadata tool) {
		this.tool = tool;
	}

	/**
	 * The configuration.
	 * @return its members, without anything secret
	 */
	Map<String, Object> members() {
		Requirements requirements = Requirements.of(PlatformFamily.CANVAS, Choices.USUAL);
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("title", this.tool.name());
		members.put("description", this.tool.description());
		members.put("oidc_initiation_url", this.tool.login().toString());
		members.put("target_link_uri", this.tool.launch().toString());
		members.put("redirect_uris", List.of(this.tool.launch().toString()));
		members.put("public_jwk_url", this.tool.keySet().toString());
		members.put("scopes", requirements.scopes());
		members.put("custom_fields", requirements.custom());
		members.put("extensions", List.of(extension(requirements)));
		return members;
	}

	private Map<String, Object> extension(Requirements requirements) {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("text", this.tool.name());
		settings.put("icon_url", this.tool.icon().toString());
		settings.put("selection_width", CanvasWords.WINDOW_WIDTH);
		settings.put("selection_height", CanvasWords.WINDOW_HEIGHT);
		settings.put("placements", requirements.messages()
			.stream()
			.flatMap((message) -> message.placements().stream().map((placement) -> placement(message, placement)))
			.toList());
		Map<String, Object> extension = new LinkedHashMap<>();
		extension.put("platform", "canvas.instructure.com");
		extension.put("domain", this.tool.domain());
		extension.put("tool_id", CanvasWords.TOOL_ID);
		extension.put("privacy_level", CanvasWords.privacyLevel(Choices.USUAL));
		extension.put("settings", settings);
		return extension;
	}

	private Map<String, Object> placement(Message message, String placement) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("placement", placement);
		members.put("message_type", message.type());
		members.put("target_link_uri", this.tool.launch().toString());
		members.put("text", this.tool.name());
		members.put("icon_url", this.tool.icon().toString());
		members.put("enabled", true);
		return members;
	}

}
