package com.humantraffickingexperts.lti.platform;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;
import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.registration.Registration;

/** {@link PlatformCalls} with service tokens. */
@Component
class AuthorizedPlatformCalls implements PlatformCalls {

	private static final Logger LOG = LoggerFactory.getLogger(AuthorizedPlatformCalls.class);

	private static final Duration DEADLINE = Duration.ofSeconds(10);

	private static final int MAXIMUM_BYTES = 4 * 1024 * 1024;

	private final OutboundHttp http;

	private final ServiceTokens tokens;

	private final Clock clock;

	AuthorizedPlatformCalls(OutboundHttp http, ServiceTokens tokens, Clock clock) {
		this.http = http;
		this.tokens = tokens;
		this.clock = clock;
	}

	@Override
	public PlatformOutcome send(PlatformRequest request) {
		PlatformOutcome outcome = checkedAndSent(request);
		if (!(outcome instanceof PlatformAnswer)) {
			LOG.debug("{} {}: {}", request.method(), request.access().registration().id(), outcome);
		}
		return outcome;
	}

	private PlatformOutcome checkedAndSent(PlatformRequest request) {
		Registration registration = request.access().registration();
		if (!registration.enabled()) {
			return new PlatformRefused(PlatformRefused.Kind.REGISTRATION_DISABLED, null);
		}
		if (!registration.servesAt(request.uri())) {
			return new PlatformRefused(PlatformRefused.Kind.ADDRESS_NOT_TRUSTED, null);
		}
		SortedSet<String> scopes = new TreeSet<>(request.scopes());
		scopes.retainAll(request.access().offered());
		if (scopes.isEmpty()) {
			return new PlatformRefused(PlatformRefused.Kind.SCOPE_NOT_GRANTED, null);
		}
		return sentWithToken(request, scopes, true);
	}

	private PlatformOutcome sentWithToken(PlatformRequest request, SortedSet<String> scopes, boolean firstTime) {
		ServiceAccess access = request.access();
		TokenOutcome outcome = this.tokens.get(access.registration(), access.deploymentId(), scopes);
		if (outcome instanceof NoToken failure) {
			return failure.outcome();
		}
		ServiceToken token = (ServiceToken) outcome;
		if (!token.grantsOneOf(request.scopes())) {
			return new PlatformRefused(PlatformRefused.Kind.SCOPE_NOT_GRANTED, null);
		}
		PlatformOutcome answer = followed(request, token, sent(request, token));
		if (firstTime && Answers.blamesTheToken(answer)) {
			this.tokens.drop(access.registration(), access.deploymentId(), scopes, token);
			return sentWithToken(request, scopes, false);
		}
		return answer;
	}

	/**
	 * Follows what a platform reads from once, when it moved for good and stays at the
	 * same origin: some add a slash. A token is sent nowhere else.
	 */
	private PlatformOutcome followed(PlatformRequest request, ServiceToken token, PlatformOutcome outcome) {
		URI moved = moved(request, outcome);
		return (moved == null) ? outcome : sent(new PlatformRequest(request.access(), request.scopes(),
				request.method(), moved, request.accept(), null, null), token);
	}

	private static @Nullable URI moved(PlatformRequest request, PlatformOutcome outcome) {
		OutboundAnswer answer = (outcome instanceof PlatformRefused refused) ? refused.answer() : null;
		if (answer == null || !"GET".equals(request.method()) || (answer.status() != 301 && answer.status() != 308)) {
			return null;
		}
		try {
			String location = Objects.requireNonNullElse(answer.header("Location"), "");
			URI moved = request.uri().resolve(location);
			String origin = Origin.of(moved);
			return (origin != null && origin.equals(Origin.of(request.uri()))) ? moved : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private PlatformOutcome sent(PlatformRequest request, ServiceToken token) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Authorization", "Bearer " + token.value());
		if (request.accept() != null) {
			headers.put("Accept", request.accept());
		}
		if (request.contentType() != null) {
			headers.put("Content-Type", request.contentType());
		}
		try {
			return Answers.of(this.http.send(new OutboundRequest(request.method(), request.uri(), headers,
					request.body(), DEADLINE, MAXIMUM_BYTES)), this.clock.instant());
		}
		catch (OutboundFailure failure) {
			return Answers.of(failure);
		}
	}

}
