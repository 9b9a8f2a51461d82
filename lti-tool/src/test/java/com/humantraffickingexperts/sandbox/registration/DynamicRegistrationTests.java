package com.humantraffickingexperts.sandbox.registration;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.sandbox.FakeTool;
import com.humantraffickingexperts.sandbox.Json;
import com.humantraffickingexperts.sandbox.WithSandbox;
import com.humantraffickingexperts.sandbox.manners.Manners;

import static org.assertj.core.api.Assertions.assertThat;

class DynamicRegistrationTests extends WithSandbox {

	private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

	private static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";

	@AfterEach
	void onlyTheFirst() {
		this.sandbox.registrations()
			.all()
			.stream()
			.map(Registration::clientId)
			.filter((clientId) -> !clientId.equals(Registrations.PRECONFIGURED))
			.forEach(this.sandbox.registrations()::remove);
	}

	private Map<String, String> begin() {
		String address = this.sandbox.dynamicRegistration().begin(this.tool.baseUrl() + "/lti/register");
		Map<String, String> query = new LinkedHashMap<>();
		for (String pair : URI.create(address).getRawQuery().split("&", -1)) {
			query.put(pair.split("=", 2)[0], URLDecoder.decode(pair.split("=", 2)[1], StandardCharsets.UTF_8));
		}
		return query;
	}

	private Map<String, Object> request() {
		Map<String, Object> request = new LinkedHashMap<>();
		request.put("application_type", "web");
		request.put("response_types", List.of("id_token"));
		request.put("grant_types", List.of("implicit", "client_credentials"));
		request.put("initiate_login_uri", this.tool.baseUrl() + "/lti/login");
		request.put("redirect_uris", List.of(this.tool.redirectUri()));
		request.put("client_name", "A tool");
		request.put("jwks_uri", this.tool.baseUrl() + "/lti/jwks.json");
		request.put("token_endpoint_auth_method", "private_key_jwt");
		request.put("scope", String.join(" ", Scopes.ALL));
		request.put(TOOL,
				Map.of("domain", this.tool.baseUrl().getAuthority(), "target_link_uri", this.tool.redirectUri(),
						"claims", List.of("iss", "sub", "name"), "messages",
						List.of(Map.of("type", "LtiResourceLinkRequest"))));
		return request;
	}

	private HttpResponse<String> register(Map<String, String> begun, Map<String, Object> request) {
		String configuration = Objects.requireNonNull(begun.get("openid_configuration"));
		Map<String, @Nullable Object> platform = json(this.tool.get(URI.create(configuration)));
		HttpRequest.Builder post = HttpRequest
			.newBuilder(URI.create((String) Objects.requireNonNull(platform.get("registration_endpoint"))))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(Json.write(request)));
		String token = begun.get("registration_token");
		return this.tool.send((token == null) ? post : post.header("Authorization", "Bearer " + token));
	}

	@Test
	void theConfigurationNamesThePlatformsEndpoints() {
		Map<String, @Nullable Object> configuration = json(
				this.tool.get(this.sandbox.issuer().resolve("/.well-known/openid-configuration")));
		assertThat(configuration).containsEntry("issuer", this.sandbox.issuer().toString())
			.containsEntry("token_endpoint", this.sandbox.tokenEndpoint().toString())
			.containsEntry("jwks_uri", this.sandbox.jwksUri().toString())
			.containsKeys("authorization_endpoint", "registration_endpoint", PLATFORM);
	}

	@ParameterizedTest
	@EnumSource
	void aToolIsRegisteredUnderAllManners(Manners manners) {
		this.sandbox.manners(manners);
		HttpResponse<String> response = register(begin(), request());
		assertThat(response.statusCode()).isEqualTo((manners == Manners.GENERIC) ? 201 : 200);
		String clientId = (String) Objects.requireNonNull(json(response).get("client_id"));
		Registration registration = this.sandbox.registrations().get(clientId);
		assertThat(registration.redirectUris()).containsExactly(this.tool.redirectUri());
		assertThat(registration.scopes()).containsAll(Scopes.ALL);
		assertThat(registration.sends("email")).isFalse();
	}

	@Test
	void aTokenIsGoodForOneRegistration() {
		Map<String, String> begun = begin();
		register(begun, request());
		assertThat(register(begun, request()).statusCode()).isEqualTo(401);
	}

	@Test
	void aTokenExpires() {
		Map<String, String> begun = begin();
		this.sandbox.clock().skew(Duration.ofHours(2));
		assertThat(register(begun, request()).statusCode()).isEqualTo(401);
	}

	@Test
	void withoutATokenNobodyIsRegistered() {
		Map<String, String> begun = begin();
		begun.remove("registration_token");
		assertThat(register(begun, request()).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_name", "initiate_login_uri", "redirect_uris", "jwks_uri", TOOL, "response_types" })
	void whatIsRequiredIsRequired(String member) {
		Map<String, Object> request = request();
		request.remove(member);
		HttpResponse<String> response = register(begin(), request);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(json(response)).containsEntry("error", "invalid_client_metadata");
	}

	@Test
	void moodleRefusesInPlainTextCalledHtml() {
		this.sandbox.manners(Manners.MOODLE);
		Map<String, Object> request = request();
		request.remove("jwks_uri");
		HttpResponse<String> response = register(begin(), request);
		assertThat(response.body()).isEqualTo("missing required attribute jwks_uri");
		assertThat(FakeTool.header(response, "Content-Type")).startsWith("text/html");
	}

	@Test
	void brightspaceSendsNoToken() {
		this.sandbox.manners(Manners.BRIGHTSPACE);
		assertThat(begin()).doesNotContainKey("registration_token");
	}

	@Test
	void canvasNamesTheDeploymentAtTheTop() {
		this.sandbox.manners(Manners.CANVAS);
		assertThat(json(register(begin(), request())).get("deployment_id")).asString().matches("\\d+:[0-9a-f]{40}");
	}

}
