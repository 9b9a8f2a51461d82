package com.humantraffickingexperts.lti.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.ServerClock;
import com.humantraffickingexperts.lti.registration.Registration;

/** {@link TokenProbe} by the same request that a score would need. */
@Component
class AskingTokenProbe implements TokenProbe {

	private static final Duration DEADLINE = Duration.ofSeconds(8);

	private static final int MAXIMUM_BYTES = 64 * 1024;

	private static final int LONGEST_WORDS = 200;

	private final OutboundHttp http;

	private final TokenEndpoint endpoint;

	private final Clock clock;

	AskingTokenProbe(OutboundHttp http, TokenEndpoint endpoint, Clock clock) {
		this.http = http;
		this.endpoint = endpoint;
		this.clock = clock;
	}

	@Override
	public TokenReport ask(Registration registration, @Nullable String deploymentId, Set<String> scopes) {
		Instant sent = this.clock.instant();
		try {
			OutboundAnswer answer = this.http
				.send(this.endpoint.request(registration, deploymentId, new TreeSet<>(scopes), sent)
					.within(DEADLINE, MAXIMUM_BYTES));
			return read(answer, scopes, sent, this.clock.instant());
		}
		catch (OutboundFailure failure) {
			return new TokenReport(state(failure), Set.of(), null, null, null, null);
		}
	}

	private static TokenReport read(OutboundAnswer answer, Set<String> asked, Instant sent, Instant received) {
		Duration ahead = ServerClock.ahead(answer, sent, received);
		JsonNode json = TokenEndpoint.json(answer);
		String error = words(json, "error");
		PlatformOutcome outcome = Answers.of(answer, received);
		if (outcome instanceof PlatformAnswer) {
			return (json != null && TokenEndpoint.token(json, asked, received) instanceof ServiceToken token)
					? new TokenReport(State.GRANTED, token.scopes(), answer.status(), null, null, ahead)
					: new TokenReport(State.UNREADABLE, Set.of(), answer.status(), null, null, ahead);
		}
		String description = (json == null) ? shortened(answer.text()) : words(json, "error_description");
		return new TokenReport(state(outcome, error), Set.of(), answer.status(), error, description, ahead);
	}

	private static State state(PlatformOutcome outcome, @Nullable String error) {
		if (outcome instanceof PlatformUnavailable unavailable) {
			return (unavailable.kind() == PlatformUnavailable.Kind.THROTTLED) ? State.THROTTLED : State.FAILED;
		}
		return "invalid_scope".equals(error) ? State.SCOPE_REFUSED : State.REFUSED;
	}

	private static @Nullable String words(@Nullable JsonNode json, String member) {
		return (json == null) ? null : shortened(json.path(member).asString(""));
	}

	/** Moodle's words about keys are no JSON, because it does not escape them. */
	private static @Nullable String shortened(String text) {
		String printable = text.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+", " ").strip();
		return (printable.isEmpty() || printable.startsWith("<")) ? null
				: printable.substring(0, Math.min(LONGEST_WORDS, printable.length()));
	}

	private static State state(OutboundFailure failure) {
		return switch (failure.kind()) {
			case ADDRESS_REFUSED -> State.ADDRESS_REFUSED;
			case UNREACHABLE -> State.UNREACHABLE;
			case TIMEOUT -> State.TIMEOUT;
			case TOO_LARGE -> State.UNREADABLE;
		};
	}

}
