package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import com.humantraffickingexperts.lti.web.ToolError;

/** Reads and checks a platform's configuration. */
@Component
class ConfigurationReader {

	private static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";

	/**
	 * Addresses of platforms, without anything that means something in HTML or scripts.
	 */
	private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9:/._~%@+=,\\[\\]?&-]{1,1000}");

	private static final int LONGEST_WORD = 100;

	private final PlatformHosts hosts;

	ConfigurationReader(PlatformHosts hosts) {
		this.hosts = hosts;
	}

	/**
	 * Reads a configuration.
	 * @param source the address from which it came
	 * @param text what came from there
	 * @return the configuration
	 * @throws ToolError when it is not one that can be trusted
	 */
	PlatformConfiguration read(URI source, String text) {
		JsonNode json = JsonAnswers.object(text, "openid_configuration");
		URI issuer = issuer(source, json);
		JsonNode platform = json.path(PLATFORM);
		algorithms(json.path("id_token_signing_alg_values_supported"));
		PlatformConfiguration configuration = new PlatformConfiguration(source, issuer.toString(),
				endpoint(source, issuer, json, "authorization_endpoint"),
				endpoint(source, issuer, json, "token_endpoint"), endpoint(source, issuer, json, "jwks_uri"),
				address(source, json, "registration_endpoint"), authorizationServer(json),
				texts(json.path("scopes_supported")),
				texts(json.path("token_endpoint_auth_methods_supported")).contains("private_key_jwt"),
				word(platform.path("product_family_code")), word(platform.path("version")),
				messages(platform.path("messages_supported")),
				word(platform.path(CanvasWords.PREFIX + "account_domain")));
		if (!this.hosts.registersAt(configuration.registrationEndpoint(), source, issuer)) {
			throw foreign(source, "registration_endpoint");
		}
		return configuration;
	}

	private URI issuer(URI source, JsonNode json) {
		URI issuer = address(source, json, "issuer");
		if (issuer.getRawQuery() != null) {
			throw incomplete(source, "issuer");
		}
		if (!this.hosts.speaksFor(source, issuer)) {
			throw new ToolError(DynamicRegistrationRefusal.ISSUER_FOREIGN,
					Map.of("configuration", source.getHost(), "issuer", issuer.toString()));
		}
		return issuer;
	}

	private URI endpoint(URI source, URI issuer, JsonNode json, String name) {
		URI endpoint = address(source, json, name);
		if (!this.hosts.servesAt(endpoint, source, issuer)) {
			throw foreign(source, name);
		}
		return endpoint;
	}

	/** Over https, or as the configuration itself came: a laboratory has no https. */
	private static URI address(URI source, JsonNode json, String name) {
		String text = json.path(name).asString("");
		if (!json.path(name).isString() || !ADDRESS.matcher(text).matches()) {
			throw incomplete(source, name);
		}
		try {
			URI uri = new URI(text);
			boolean scheme = "https".equals(uri.getScheme()) || source.getScheme().equals(uri.getScheme());
			if (scheme && uri.getHost() != null && uri.getRawUserInfo() == null) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			// said below
		}
		throw incomplete(source, name);
	}

	private static ToolError incomplete(URI source, String member) {
		return new ToolError(DynamicRegistrationRefusal.CONFIGURATION_INCOMPLETE,
				Map.of("configuration", source.getHost(), "member", member));
	}

	private static ToolError foreign(URI source, String member) {
		return new ToolError(DynamicRegistrationRefusal.ENDPOINT_FOREIGN,
				Map.of("configuration", source.getHost(), "member", member));
	}

	private static void algorithms(JsonNode supported) {
		if (supported.isArray() && !texts(supported).contains("RS256")) {
			throw new ToolError(DynamicRegistrationRefusal.ALGORITHM);
		}
	}

	/** Canvas names a bare host, which is not an audience. */
	private static @Nullable String authorizationServer(JsonNode json) {
		JsonNode server = json.path("authorization_server");
		return (server.isString() && server.stringValue().startsWith("https://")
				&& ADDRESS.matcher(server.stringValue()).matches()) ? server.stringValue() : null;
	}

	/** Objects with a type; Moodle before 4 wrote the type alone. */
	private static Map<String, List<String>> messages(JsonNode supported) {
		Map<String, List<String>> messages = new LinkedHashMap<>();
		for (JsonNode message : supported) {
			JsonNode type = message.isString() ? message : message.path("type");
			if (type.isString()) {
				messages.computeIfAbsent(type.stringValue(), (name) -> new ArrayList<>())
					.addAll(texts(message.path("placements")));
			}
		}
		return messages;
	}

	private static List<String> texts(JsonNode list) {
		List<String> texts = new ArrayList<>();
		for (JsonNode one : list) {
			if (one.isString()) {
				texts.add(one.stringValue());
			}
		}
		return List.copyOf(texts);
	}

	private static @Nullable String word(JsonNode value) {
		return (value.isString() && !value.stringValue().isBlank() && value.stringValue().length() <= LONGEST_WORD)
				? value.stringValue() : null;
	}

}
