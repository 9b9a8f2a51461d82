package com.humantraffickingexperts.sandbox.deeplinking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.oidc.Launch;

/**
 * The <a href=
 * "https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-settings">deep_linking_settings</a>
 * claim.
 */
@Component
public class DeepLinkingSettings {

	private final PlatformAddress address;

	private final CurrentManners manners;

	private final OpenChoices choices;

	DeepLinkingSettings(PlatformAddress address, CurrentManners manners, OpenChoices choices) {
		this.address = address;
		this.manners = manners;
		this.choices = choices;
	}

	/**
	 * The settings of a choice, which is open from now on.
	 * @param launch the launch
	 * @return the claim
	 */
	public Map<String, Object> of(Launch launch) {
		this.choices.begun(launch);
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("deep_link_return_url", this.address.of("/deep-linking/" + launch.id()));
		settings.put("accept_types", List.of("ltiResourceLink"));
		settings.put("accept_presentation_document_targets", List.of("iframe", "window"));
		settings.put("accept_multiple", true);
		settings.put("auto_create", false);
		switch (this.manners.get()) {
			case MOODLE -> {
				settings.put("accept_presentation_document_targets", List.of("frame", "iframe", "window"));
				settings.put("accept_copy_advice", false);
				settings.put("accept_unsigned", false);
				settings.put("can_confirm", false);
				settings.put("title", launch.registration().name());
				settings.put("text", "");
			}
			case CANVAS -> settings.put("accept_media_types", "application/vnd.ims.lti.v1.ltilink");
			case BLACKBOARD -> {
				settings.put("accept_types", List.of("ltiResourceLink", "link"));
				settings.put("accept_media_types", "*/*");
				settings.put("auto_create", true);
				settings.put("data", data(launch));
			}
			case SAKAI -> {
				settings.put("auto_create", true);
				settings.put("accept_lineitem", true);
				settings.put("data", "{\"remember\":\"" + data(launch) + "\"}");
			}
			case GENERIC, BRIGHTSPACE -> {
				settings.put("accept_lineitem", true);
				settings.put("title", "Add modules");
				settings.put("text", "");
				settings.put("data", data(launch));
			}
		}
		return settings;
	}

	/**
	 * What the tool must bring back in the claim {@code data}.
	 * @param launch the launch
	 * @return the data; empty where the platform sends none
	 */
	String expectedData(Launch launch) {
		return switch (this.manners.get()) {
			case MOODLE, CANVAS -> "";
			case SAKAI -> "{\"remember\":\"" + data(launch) + "\"}";
			case GENERIC, BLACKBOARD, BRIGHTSPACE -> data(launch);
		};
	}

	private static String data(Launch launch) {
		return "_" + launch.course().number() + "_1::" + launch.id().substring(0, 12);
	}

}
