package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.web.ToolAddress;

import static org.assertj.core.api.Assertions.assertThat;

class RegistrationBodyTests {

	private static final String CANVAS = "https://canvas.instructure.com/lti/";

	private final RegistrationBody body = new RegistrationBody(
			new ToolMetadata(new ToolAddress(URI.create("https://learn.example:8443")), Platforms.settings()));

	@SuppressWarnings("unchecked")
	private Map<String, Object> configuration(PlatformConfiguration platform, Choices choices) {
		return (Map<String, Object>) Objects
			.requireNonNull(this.body.of(platform, choices).get(RegistrationBody.TOOL_CONFIGURATION));
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> messages(PlatformConfiguration platform) {
		return (List<Map<String, Object>>) Objects
			.requireNonNull(configuration(platform, Choices.USUAL).get("messages"));
	}

	private List<String> scopes(PlatformConfiguration platform) {
		return List.of(String.valueOf(this.body.of(platform, Choices.USUAL).get("scope")).split(" "));
	}

	@Test
	void everyPlatformLearnsWhoTheToolIs() {
		assertThat(this.body.of(Platforms.moodle(), Choices.USUAL)).containsEntry("application_type", "web")
			.containsEntry("response_types", List.of("id_token"))
			.containsEntry("grant_types", List.of("client_credentials", "implicit"))
			.containsEntry("initiate_login_uri", "https://learn.example:8443/lti/login")
			.containsEntry("redirect_uris", List.of("https://learn.example:8443/lti/launch"))
			.containsEntry("jwks_uri", "https://learn.example:8443/lti/jwks.json")
			.containsEntry("logo_uri", "https://learn.example:8443/lti/icon.svg")
			.containsEntry("token_endpoint_auth_method", "private_key_jwt")
			.containsEntry("policy_uri", "https://htmse.example/privacy")
			.containsEntry("contacts", List.of("help@htmse.example"))
			.doesNotContainKey("tos_uri");
	}

	@Test
	void moodleComparesTheDomainWithItsPort() {
		assertThat(configuration(Platforms.moodle(), Choices.USUAL)).containsEntry("domain", "learn.example:8443")
			.containsEntry("target_link_uri", "https://learn.example:8443/lti/launch");
	}

	@Test
	void aCopiedCourseIsToFindItsOriginal() {
		assertThat(configuration(Platforms.moodle(), Choices.USUAL)).containsEntry("custom_parameters",
				Map.of("resource_link_history", "$ResourceLink.id.history", "context_history", "$Context.id.history"));
	}

	@Test
	void allMessagesHaveOneTarget() {
		assertThat(messages(Platforms.sakai())).hasSize(2)
			.allSatisfy((message) -> assertThat(message).containsEntry("target_link_uri",
					"https://learn.example:8443/lti/launch"));
	}

	@Test
	void sakaiIsAskedForWhatItDoesNotName() {
		assertThat(scopes(Platforms.sakai())).hasSize(5);
	}

	@Test
	void othersAreAskedForNothingThatTheyDoNotName() {
		Map<String, Object> said = Platforms.plain();
		said.put("scopes_supported", List.of("openid", "https://purl.imsglobal.org/spec/lti-ags/scope/score"));
		assertThat(scopes(Platforms.read("https://lms.example/c", said)))
			.containsExactly("https://purl.imsglobal.org/spec/lti-ags/scope/score");
	}

	@Test
	void groupsBelongToTheClassListWhereThePlatformNamesThem() {
		String groups = "https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly";
		Map<String, Object> said = Platforms.plain();
		said.put("scopes_supported",
				List.of("https://purl.imsglobal.org/spec/lti-ags/scope/score", groups, Requirements.CLASS_LIST));
		PlatformConfiguration platform = Platforms.read("https://lms.example/c", said);
		assertThat(scopes(platform)).contains(groups);
		assertThat(this.body.of(platform, new Choices(true, true)).get("scope")).asString().doesNotContain(groups);
		assertThat(scopes(Platforms.moodle())).doesNotContain(groups);
	}

	@Test
	void canvasGetsItsOwnWords() {
		assertThat(configuration(Platforms.canvas(), Choices.USUAL))
			.containsEntry(CANVAS + "privacy_level", "name_only")
			.containsKey(CANVAS + "tool_id");
		assertThat(messages(Platforms.canvas())).singleElement()
			.satisfies((message) -> assertThat(message).containsEntry("type", "LtiDeepLinkingRequest")
				.containsEntry("placements", List.of(CANVAS + "assignment_selection", CANVAS + "link_selection",
						CANVAS + "module_menu_modal")));
	}

	@Test
	void withoutNamesCanvasIsToldSo() {
		Choices choices = new Choices(true, true);
		assertThat(configuration(Platforms.canvas(), choices)).containsEntry(CANVAS + "privacy_level", "anonymous")
			.containsEntry("claims", List.of("iss", "sub"));
		assertThat(this.body.of(Platforms.canvas(), choices).get("scope")).asString()
			.doesNotContain("contextmembership");
	}

	@Test
	void nobodyElseSeesCanvassWords() {
		for (PlatformConfiguration platform : List.of(Platforms.moodle(), Platforms.sakai(), Platforms.brightspace())) {
			assertThat(Platforms.json(this.body.of(platform, Choices.USUAL))).doesNotContain("instructure")
				.contains("\"ContentArea\"");
		}
	}

	@Test
	void nobodyIsAskedForEMailAddresses() {
		for (PlatformConfiguration platform : List.of(Platforms.moodle(), Platforms.canvas(), Platforms.sakai(),
				Platforms.brightspace())) {
			assertThat(configuration(platform, Choices.USUAL)).containsEntry("claims",
					List.of("iss", "sub", "name", "given_name", "family_name"));
		}
	}

}
