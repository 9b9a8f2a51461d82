package com.humantraffickingexperts.lti.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.keys.ToolKeys;
import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;
import com.humantraffickingexperts.lti.registration.Registration;

/**
 * Asks platforms for service tokens: {@code client_credentials} with
 * {@code private_key_jwt}, <a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant">Security
 * Framework 1.0, section 4.1.1</a>.
 */
@Component
class TokenEndpoint {

	/** A token is not sent in the last minute before it expires. */
	static final Duration MARGIN = Duration.ofSeconds(60);

	/** However long a platform says that a token lasts. */
	static final Duration LONGEST_LIFE = Duration.ofHours(12);

	private static final Duration UNSTATED_LIFE = Duration.ofMinutes(5);

	private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final OutboundHttp http;

	private final ToolKeys keys;

	private final Clock clock;

	TokenEndpoint(OutboundHttp http, ToolKeys keys, Clock clock) {
		this.http = http;
		this.keys = keys;
		this.clock = clock;
	}

	TokenOutcome ask(Registration registration, String deploymentId, SortedSet<String> scopes) {
		Instant now = this.clock.instant();
		try {
			return read(registration, this.http.send(request(registration, deploymentId, scopes, now)), scopes, now);
		}
		catch (OutboundFailure failure) {
			return new NoToken(withoutDoubt(Answers.of(failure)));
		}
	}

	/** The request for a token, which proves who we are. */
	OutboundRequest request(Registration registration, @Nullable String deploymentId, SortedSet<String> scopes,
			Instant now) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("grant_type", "client_credentials");
		form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
		form.put("client_assertion", this.keys.sign(ClientAssertion.claims(registration, deploymentId, now)));
		form.put("scope", String.join(" ", scopes));
		return OutboundRequest.withBody("POST", registration.tokenEndpoint(), "application/x-www-form-urlencoded",
				"application/json", encoded(form));
	}

	/**
	 * Moodle calls its JSON {@code text/html}, so the content type is not looked at.
	 */
	private static TokenOutcome read(Registration registration, OutboundAnswer answer, Set<String> asked, Instant now) {
		PlatformOutcome outcome = Answers.of(answer, now);
		JsonNode json = json(answer);
		if (outcome instanceof PlatformAnswer) {
			return (json == null) ? unreadable() : token(json, asked, now);
		}
		if (outcome instanceof PlatformRefused) {
			String error = (json == null) ? "" : json.path("error").asString("");
			LOG.warn("Registration {} gets no service token: status {}, error {}", registration.id(), answer.status(),
					printable(error));
			return new NoToken(new PlatformRefused("invalid_scope".equals(error)
					? PlatformRefused.Kind.SCOPE_NOT_GRANTED : PlatformRefused.Kind.TOKEN_REFUSED, null));
		}
		return new NoToken(withoutDoubt(outcome));
	}

	static TokenOutcome token(JsonNode json, Set<String> asked, Instant now) {
		String value = json.path("access_token").asString("");
		if (value.isBlank()) {
			return unreadable();
		}
		if (!"bearer".equalsIgnoreCase(json.path("token_type").asString("bearer"))) {
			return new NoToken(new PlatformRefused(PlatformRefused.Kind.TOKEN_REFUSED, null));
		}
		Duration life = life(json.path("expires_in"));
		Duration usable = (life.compareTo(MARGIN.multipliedBy(2)) > 0) ? life.minus(MARGIN) : life.dividedBy(2);
		return new ServiceToken(value, now.plus(usable), scopes(json.path("scope"), asked));
	}

	private static Duration life(JsonNode expiresIn) {
		long seconds = expiresIn.asLong(UNSTATED_LIFE.toSeconds());
		return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_LIFE.toSeconds()));
	}

	private static Set<String> scopes(JsonNode granted, Set<String> asked) {
		String text = granted.asString("").strip();
		return text.isEmpty() ? asked : new TreeSet<>(Set.of(text.split(" +")));
	}

	private static TokenOutcome unreadable() {
		return new NoToken(new PlatformUnavailable(PlatformUnavailable.Kind.UNREADABLE, null, null, false));
	}

	/** Without a token the request itself was certainly not sent. */
	private static PlatformOutcome withoutDoubt(PlatformOutcome outcome) {
		return (outcome instanceof PlatformUnavailable unavailable)
				? new PlatformUnavailable(unavailable.kind(), unavailable.retryAfter(), null, false) : outcome;
	}

	static @Nullable JsonNode json(OutboundAnswer answer) {
		try {
			JsonNode json = JSON.readTree(answer.body());
			return json.isObject() ? json : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static byte[] encoded(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"))
			.getBytes(StandardCharsets.US_ASCII);
	}

	/** The platform's words, shortened and without anything that could forge the log. */
	private static String printable(String error) {
		String safe = error.replaceAll("[^ -~]", "?");
		return (safe.length() > 100) ? safe.substring(0, 100) : safe;
	}

}
