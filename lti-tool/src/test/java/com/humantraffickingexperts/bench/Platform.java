package com.humantraffickingexperts.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The platform: publishes its key over HTTP, and hands signed messages to the driver,
 * which also plays the browser. Its service addresses are named in every message and
 * answer nothing.
 */
final class Platform implements AutoCloseable {

	/** Independent of the port, so that a history fits a later run. */
	private static final String ISSUER = "https://platform.bench.example";

	static final String CLIENT_ID = "htmse-bench";

	static final String DEPLOYMENT_ID = "1";

	private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";

	private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/";

	private static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/";

	private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/";

	private static final int LIFETIME_SECONDS = 300;

	private final SigningKey key = SigningKey.generate();

	private final HttpServer server;

	private final String address;

	private final String module;

	private Platform(HttpServer server, String module) {
		this.server = server;
		this.address = "http://127.0.0.1:" + server.getAddress().getPort();
		this.module = module;
	}

	static Platform start(String module) {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 16);
			Platform platform = new Platform(server, module);
			server.createContext("/jwks", platform::publishKeys);
			server.start();
			return platform;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void publishKeys(HttpExchange exchange) throws IOException {
		byte[] body = this.key.publicKeySet().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	String issuer() {
		return ISSUER;
	}

	String authorizationEndpoint() {
		return this.address + "/auth";
	}

	/**
	 * What makes the tool know this platform.
	 * @return configuration properties as command line arguments
	 */
	List<String> registration() {
		String entry = "--htmse.platforms[0].";
		return List.of(entry + "name=Bench", entry + "issuer=" + ISSUER, entry + "client-id=" + CLIENT_ID,
				entry + "deployment-ids[0]=" + DEPLOYMENT_ID,
				entry + "authorization-endpoint=" + authorizationEndpoint(),
				entry + "token-endpoint=" + this.address + "/token", entry + "jwks-uri=" + this.address + "/jwks",
				"--htmse.network.allow-private-addresses=true");
	}

	/**
	 * A resource link launch with the course, gradebook and roster claims that real
	 * platforms send: about 3 KB once it is signed.
	 * @param visit who launches what
	 * @param target the address to open
	 * @param nonce the nonce of the login
	 * @return the id_token
	 */
	String idToken(Visit visit, String target, String nonce) {
		long now = Instant.now().getEpochSecond();
		String lineItems = ISSUER + "/ags/" + visit.contextId() + "/lineitems";
		StringBuilder json = new StringBuilder(2200);
		json.append("{\"iss\":\"" + ISSUER + "\",\"aud\":\"" + CLIENT_ID + "\",\"sub\":\"").append(visit.subject());
		json.append("\",\"iat\":").append(now).append(",\"exp\":").append(now + LIFETIME_SECONDS);
		json.append(",\"nonce\":\"").append(nonce);
		json.append("\",\"name\":\"").append(visit.name());
		json.append("\",\"given_name\":\"Imogen\",\"family_name\":\"Marker\",\"locale\":\"en-GB\",\"email\":\"");
		json.append(visit.subject()).append("@example.org");
		json.append("\",\"" + CLAIM + "message_type\":\"LtiResourceLinkRequest\",\"" + CLAIM + "version\":\"1.3.0\",\""
				+ CLAIM + "deployment_id\":\"" + DEPLOYMENT_ID + "\",\"" + CLAIM + "roles\":[\"" + MEMBERSHIP
				+ "membership#Learner\",\"" + MEMBERSHIP + "institution/person#Student\"],\"" + CLAIM
				+ "tool_platform\":{\"guid\":\"bench\",\"name\":\"Bench\",\"product_family_code\":\"bench\","
				+ "\"version\":\"1\"},\"" + CLAIM + "launch_presentation\":{\"locale\":\"en-GB\","
				+ "\"document_target\":\"iframe\",\"return_url\":\"" + ISSUER + "/return\"},\"" + CLAIM
				+ "target_link_uri\":\"")
			.append(target);
		json.append("\",\"" + CLAIM + "context\":{\"id\":\"").append(visit.contextId());
		json.append("\",\"label\":\"C").append(visit.course());
		json.append("\",\"title\":\"Course ").append(visit.course());
		json.append(
				"\",\"type\":[\"" + MEMBERSHIP + "course#CourseOffering\"]},\"" + CLAIM + "resource_link\":{\"id\":\"");
		json.append(visit.linkId()).append("\",\"title\":\"Activity ").append(visit.link());
		json.append("\"},\"" + CLAIM + "custom\":{\"module\":\"").append(this.module);
		json.append("\"},\"" + AGS + "claim/endpoint\":{\"scope\":[\"" + AGS + "scope/lineitem\",\"" + AGS
				+ "scope/lineitem.readonly\",\"" + AGS + "scope/result.readonly\",\"" + AGS
				+ "scope/score\"],\"lineitems\":\"");
		json.append(lineItems).append("\",\"lineitem\":\"").append(lineItems).append('/').append(visit.linkId());
		json.append("\"},\"" + NRPS + "claim/namesroleservice\":{\"context_memberships_url\":\"" + ISSUER + "/nrps/")
			.append(visit.contextId())
			.append("/members\",\"service_versions\":[\"2.0\"]}}");
		return this.key.sign(json.toString());
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
