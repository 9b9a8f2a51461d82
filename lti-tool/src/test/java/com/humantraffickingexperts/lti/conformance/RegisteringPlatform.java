package com.humantraffickingexperts.lti.conformance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;

/**
 * A platform that registers the tool: it answers at the addresses of the fixture, and
 * whatever the tool asks elsewhere goes to the tool's real client in its strictest form.
 */
final class RegisteringPlatform implements OutboundHttp {

	private static final JsonNode BASE = Json.resource("conformance/baselines.json")
		.path("bases")
		.path("registration.start");

	/** Where it lives, and where Canvas lives. */
	private static final Set<String> HOSTS = Set.of("lms-a.example", "sso.canvaslms.com");

	/** The case's own words for what the platform says of itself. */
	final ObjectNode configuration = (ObjectNode) BASE.path("openid_configuration").deepCopy();

	/** What it answers to a registration. */
	final ObjectNode response = (ObjectNode) BASE.path("registration_response").deepCopy();

	/** Answers to the configuration's address that come before the configuration. */
	final Deque<OutboundAnswer> first = new ArrayDeque<>();

	/** Every request that the platform got. */
	final List<OutboundRequest> requests = new CopyOnWriteArrayList<>();

	private final OutboundHttp outside;

	String configurationAddress = BASE.path("http").path("query").path("openid_configuration").stringValue();

	@Nullable String token = BASE.path("http").path("query").path("registration_token").stringValue();

	int status = 200;

	@Nullable String refusal;

	boolean registersOutside;

	Runnable meanwhile = () -> {
	};

	private @Nullable CountDownLatch held;

	RegisteringPlatform(OutboundHttp outside) {
		this.outside = outside;
	}

	static OutboundAnswer answer(int status, String body, Map<String, List<String>> headers) {
		return new OutboundAnswer(status, "", headers, body.getBytes(StandardCharsets.UTF_8));
	}

	/** The answer to a registration waits until it is released. */
	CountDownLatch holdRegistration() {
		CountDownLatch latch = new CountDownLatch(1);
		this.held = latch;
		return latch;
	}

	@Override
	public OutboundAnswer send(OutboundRequest request) throws OutboundFailure {
		OutboundAnswer answer = answered(request);
		if (answer.body().length > request.maximumBytes()) {
			throw new OutboundFailure(OutboundFailure.Kind.TOO_LARGE, request.uri(), null);
		}
		return answer;
	}

	private OutboundAnswer answered(OutboundRequest request) throws OutboundFailure {
		boolean registration = request.method().equals("POST")
				&& request.uri().toString().equals(this.configuration.path("registration_endpoint").asString(""));
		boolean asked = request.method().equals("GET") && configurationAt(request.uri());
		if (!"https".equals(request.uri().getScheme()) || (!registration && !asked)
				|| (registration && this.registersOutside)) {
			return this.outside.send(request);
		}
		this.requests.add(request);
		if (registration) {
			return registered();
		}
		OutboundAnswer before = this.first.poll();
		return (before != null) ? before
				: answer(200, Json.write(this.configuration), Map.of("Content-Type", List.of("application/json")));
	}

	private boolean configurationAt(URI uri) {
		return HOSTS.contains(uri.getAuthority()) && (uri.toString().equals(this.configurationAddress)
				|| uri.getPath().equals("/new/openid-configuration"));
	}

	private OutboundAnswer registered() {
		this.meanwhile.run();
		CountDownLatch latch = this.held;
		if (latch != null) {
			try {
				if (!latch.await(30, TimeUnit.SECONDS)) {
					throw new IllegalStateException("nobody released the registration");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		String refused = this.refusal;
		return answer(this.status, (refused != null) ? refused : Json.write(this.response), Map.of());
	}

	List<OutboundRequest> registrations() {
		return this.requests.stream().filter((request) -> request.method().equals("POST")).toList();
	}

	/** The one registration that the tool sent. */
	JsonNode registration() {
		if (registrations().size() != 1) {
			throw new AssertionError("The tool registered " + registrations().size() + " times");
		}
		byte[] body = registrations().getFirst().body();
		return Json.parse(new String((body == null) ? new byte[0] : body, StandardCharsets.UTF_8));
	}

}
