package com.humantraffickingexperts.lti.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a platform and a browser are about to send: a login, and the launch that follows.
 * Starts as a fixture of {@code conformance/baselines.json}.
 */
final class Draft {

	/** The claims of LTI begin with this. */
	static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";

	private static final JsonNode BASES = Json.resource("conformance/baselines.json").path("bases");

	final Map<String, List<String>> login = new LinkedHashMap<>();

	final Http loginHttp;

	final ObjectNode header = Json.object().put("alg", "RS256").put("typ", "JWT").put("kid", "k1");

	final ObjectNode payload;

	final Http launchHttp = new Http("POST", "/lti/launch");

	/** Form fields of the launch beside, or instead of, its id_token and state. */
	final Map<String, @Nullable String> form = new LinkedHashMap<>();

	String signer = "platform.k1";

	@Nullable String hmacKey;

	@Nullable String rawHeader;

	@Nullable String rawPayload;

	@Nullable String signature;

	@Nullable String tampered;

	private Draft(ObjectNode payload, String loginMethod) {
		this.payload = payload;
		this.loginHttp = new Http(loginMethod, "/lti/login");
		BASES.path("login.post")
			.path("params")
			.properties()
			.forEach((param) -> param(param.getKey(), param.getValue().stringValue()));
	}

	/**
	 * A fixture.
	 * @param base its name; one that is not a launch brings a student's launch with it
	 * @return a draft to be changed
	 */
	static Draft of(String base) {
		String launch = base.startsWith("launch.") ? base : "launch.student";
		return new Draft((ObjectNode) BASES.path(launch).path("payload").deepCopy(),
				base.equals("login.get") ? "GET" : "POST");
	}

	static Draft student() {
		return of("launch.student");
	}

	static Draft instructor() {
		return of("launch.instructor");
	}

	/** The same person in the same course through the other platform. */
	static Draft ofPlatformB() {
		Draft draft = student().param("iss", "https://lms-b.example")
			.param("client_id", "cB1")
			.param("lti_deployment_id", "dB1")
			.claim("iss", "https://lms-b.example")
			.claim("aud", "cB1")
			.lti("deployment_id", "dB1");
		draft.signer = "platformB.k1";
		return draft;
	}

	Draft param(String name, @Nullable String value) {
		if (value == null) {
			this.login.remove(name);
		}
		else {
			this.login.put(name, new ArrayList<>(List.of(value)));
		}
		return this;
	}

	@Nullable String param(String name) {
		List<String> values = this.login.get(name);
		return (values == null) ? null : values.getFirst();
	}

	Draft claim(String name, String value) {
		this.payload.put(name, value);
		return this;
	}

	Draft claim(String name, JsonNode value) {
		this.payload.set(name, value);
		return this;
	}

	Draft lti(String name, String value) {
		return claim(CLAIM + name, value);
	}

	Draft lti(String name, JsonNode value) {
		return claim(CLAIM + name, value);
	}

	Draft without(String name) {
		this.payload.remove(name);
		return this;
	}

	/** Opens an address, at the login and in the signed message alike. */
	Draft target(String address) {
		return param("target_link_uri", address).lti("target_link_uri", address);
	}

	Draft roles(String... roles) {
		JsonNode list = Json.object().putArray("roles");
		for (String role : roles) {
			list.asArray().add(role);
		}
		return lti("roles", list);
	}

	Draft signedBy(String name) {
		this.signer = name;
		return this;
	}

	/** How a request is made. */
	static final class Http {

		String method;

		String path;

		final Map<String, String> headers = new LinkedHashMap<>();

		@Nullable String rawBody;

		Http(String method, String path) {
			this.method = method;
			this.path = path;
		}

	}

}
