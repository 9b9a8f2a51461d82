package com.humantraffickingexperts.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.sandbox.registration.Registrations;
import com.humantraffickingexperts.sandbox.registration.Scopes;

/**
 * A small tool of its own, by which the sandbox is tested: it has a key, publishes it,
 * and speaks to the platform as a tool does.
 */
public final class FakeTool implements AutoCloseable {

	private static final Pattern INPUT = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

	private final HttpServer server;

	private final HttpClient http = HttpClient.newHttpClient();

	private RSAKey key = newKey();

	/** Starts the tool on a free port. */
	public FakeTool() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/lti/jwks.json", (exchange) -> {
			byte[] keys = new JWKSet(this.key).toString(true).getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
		this.server.start();
	}

	public URI baseUrl() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	public String redirectUri() {
		return baseUrl() + "/lti/launch";
	}

	public void rotateKey() {
		this.key = newKey();
	}

	static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The claims of a good client assertion.
	 * @param audience the audience
	 * @return the claims, to be changed at will
	 */
	public Map<String, @Nullable Object> assertionClaims(String audience) {
		Instant now = Instant.now();
		Map<String, @Nullable Object> claims = new LinkedHashMap<>();
		claims.put("iss", Registrations.PRECONFIGURED);
		claims.put("sub", Registrations.PRECONFIGURED);
		claims.put("aud", audience);
		claims.put("iat", Date.from(now.minusSeconds(5)));
		claims.put("exp", Date.from(now.plusSeconds(60)));
		claims.put("jti", UUID.randomUUID().toString());
		return claims;
	}

	public String sign(Map<String, @Nullable Object> claims) {
		return sign(claims, this.key, this.key.getKeyID());
	}

	/**
	 * Signs a message.
	 * @param claims the claims
	 * @param signer the key
	 * @param keyId the key id to name, or null for none
	 * @return the message
	 */
	public static String sign(Map<String, @Nullable Object> claims, RSAKey signer, @Nullable String keyId) {
		JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
		claims.forEach(set::claim);
		SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), set.build());
		try {
			jwt.sign(new RSASSASigner(signer));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return jwt.serialize();
	}

	public String keyId() {
		return Objects.requireNonNull(this.key.getKeyID());
	}

	/**
	 * Asks for an access token.
	 * @param platform the platform
	 * @param assertion the client assertion
	 * @param scope the scopes, separated by blanks
	 * @return the answer
	 */
	public HttpResponse<String> askForToken(SandboxPlatform platform, String assertion, String scope) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("grant_type", "client_credentials");
		form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
		form.put("client_assertion", assertion);
		form.put("scope", scope);
		return postForm(platform.tokenEndpoint(), form);
	}

	/**
	 * Gets an access token with all scopes.
	 * @param platform the platform
	 * @return the token
	 */
	public String token(SandboxPlatform platform) {
		return token(platform, String.join(" ", Scopes.ALL));
	}

	public String token(SandboxPlatform platform, String scope) {
		HttpResponse<String> response = askForToken(platform,
				sign(assertionClaims(platform.tokenEndpoint().toString())), scope);
		Object token = Objects.requireNonNull(Json.readObject(response.body())).get("access_token");
		return Objects.requireNonNull((String) token, response.body());
	}

	public HttpResponse<String> postForm(URI uri, Map<String, String> form) {
		return send(HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(encode(form))));
	}

	public static String encode(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((field) -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
					+ URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/**
	 * Calls a service.
	 * @param token the access token
	 * @param method the HTTP method
	 * @param address the address
	 * @param mediaType what is accepted, and sent
	 * @param body the body, empty for none
	 * @return the answer
	 */
	public HttpResponse<String> call(String token, String method, String address, String mediaType, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
			.header("Authorization", "Bearer " + token)
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		return send(request.header(body.isEmpty() ? "Accept" : "Content-Type", mediaType));
	}

	public HttpResponse<String> get(URI uri) {
		return send(HttpRequest.newBuilder(uri));
	}

	public HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The hidden fields of a page's form.
	 * @param page the page
	 * @return the fields
	 */
	public static Map<String, String> fields(String page) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher matcher = INPUT.matcher(page);
		while (matcher.find()) {
			fields.put(matcher.group(1), matcher.group(2).replace("&quot;", "\"").replace("&amp;", "&"));
		}
		return fields;
	}

	/**
	 * The first value of a header.
	 * @param response the response
	 * @param name the header
	 * @return the value; empty for none
	 */
	public static String header(HttpResponse<?> response, String name) {
		List<String> values = response.headers().allValues(name);
		return values.isEmpty() ? "" : values.getFirst();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.http.close();
	}

}
