package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.TestResources;
import com.humantraffickingexperts.lti.dynamicregistration.DynamicRegistrationSettings.TrustedConfiguration;
import com.humantraffickingexperts.lti.dynamicregistration.DynamicRegistrationSettings.WithoutInvitation;

/**
 * What platforms say of themselves: recorded, or as their source and documentation show.
 */
final class Platforms {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Platforms() {
	}

	static DynamicRegistrationSettings settings(TrustedConfiguration... trusted) {
		return new DynamicRegistrationSettings("HTMSE modules", "Modules", URI.create("https://htmse.example"),
				URI.create("https://htmse.example/privacy"), null, List.of("help@htmse.example"), Duration.ofDays(7),
				Duration.ofMinutes(30), WithoutInvitation.PENDING, 20, List.of(trusted));
	}

	static ConfigurationReader reader(TrustedConfiguration... trusted) {
		return new ConfigurationReader(new PlatformHosts(settings(trusted)));
	}

	static PlatformConfiguration moodle() {
		return read("http://localhost:8000/mod/lti/openid-configuration.php",
				moodleAnswered("02-openid-configuration"));
	}

	/** What a Moodle 4.5 answered. */
	@SuppressWarnings("unchecked")
	static Map<String, Object> moodleAnswered(String recording) {
		return (Map<String, Object>) Objects.requireNonNull(file("recordings/moodle-4.5", recording).get("body"));
	}

	static PlatformConfiguration canvas() {
		return read("https://sso.canvaslms.com/api/lti/security/openid-configuration?registration_token=t",
				file("samples/canvas", "openid-configuration"));
	}

	static PlatformConfiguration sakai() {
		return read("https://sakai.example.edu/imsblis/lti13/well_known?key=47",
				file("samples/sakai", "openid-configuration"));
	}

	static PlatformConfiguration brightspace() {
		return read("https://school.brightspace.example/d2l/lti/configuration",
				file("samples/brightspace", "openid-configuration"));
	}

	/** A platform of no particular kind. */
	static Map<String, Object> plain() {
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("issuer", "https://lms.example");
		said.put("authorization_endpoint", "https://lms.example/auth");
		said.put("token_endpoint", "https://lms.example/token");
		said.put("jwks_uri", "https://lms.example/jwks");
		said.put("registration_endpoint", "https://lms.example/register");
		return said;
	}

	static PlatformConfiguration read(String source, Map<String, Object> said, TrustedConfiguration... trusted) {
		return reader(trusted).read(URI.create(source), JSON.writeValueAsString(said));
	}

	static Map<String, Object> file(String folder, String name) {
		Path found = TestResources.files(folder)
			.stream()
			.filter((file) -> file.getFileName().toString().equals(name + ".json"))
			.findFirst()
			.orElseThrow();
		return TestResources.object(found);
	}

	static String json(Object value) {
		return JSON.writeValueAsString(value);
	}

}
