package com.humantraffickingexperts.lti.keys;

import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;
import com.humantraffickingexperts.lti.network.ServerClock;
import com.humantraffickingexperts.lti.registration.GivenKey;

/** {@link KeySetProbe} by one request. */
@Component
class FetchingKeySetProbe implements KeySetProbe {

	private static final Duration DEADLINE = Duration.ofSeconds(6);

	private static final int MAXIMUM_BYTES = 512 * 1024;

	private static final int MOST_KEYS = 50;

	private static final int LONGEST_NAME = 100;

	private static final int OK = 200;

	private final OutboundHttp http;

	private final Clock clock;

	FetchingKeySetProbe(OutboundHttp http, Clock clock) {
		this.http = http;
		this.clock = clock;
	}

	@Override
	public KeySetReport look(URI jwksUri) {
		Optional<RSAPublicKey> given = GivenKey.at(jwksUri);
		if (given.isPresent()) {
			RSAKey key = new RSAKey.Builder(given.get()).build();
			return new KeySetReport(State.GIVEN, null, List
				.of(new SeenKey(null, key.getKeyType().getValue(), null, key.size(), PublishedKeys.usable(key))), null);
		}
		Instant sent = this.clock.instant();
		try {
			OutboundAnswer answer = this.http
				.send(OutboundRequest.get(jwksUri, "application/json, application/jwk-set+json")
					.within(DEADLINE, MAXIMUM_BYTES));
			Duration ahead = ServerClock.ahead(answer, sent, this.clock.instant());
			if (answer.status() != OK) {
				return new KeySetReport(State.REFUSED, answer.status(), List.of(), ahead);
			}
			return read(jwksUri, answer, ahead);
		}
		catch (OutboundFailure failure) {
			return new KeySetReport(state(failure), null, List.of(), null);
		}
	}

	private static KeySetReport read(URI jwksUri, OutboundAnswer answer, @Nullable Duration ahead) {
		try {
			List<SeenKey> keys = PublishedKeys.keys(jwksUri, answer.text())
				.stream()
				.limit(MOST_KEYS)
				.map(FetchingKeySetProbe::seen)
				.toList();
			return new KeySetReport(State.READ, answer.status(), keys, ahead);
		}
		catch (PlatformKeysUnavailable ex) {
			return new KeySetReport(State.UNREADABLE, answer.status(), List.of(), ahead);
		}
	}

	private static SeenKey seen(Object member) {
		if (member instanceof Map<?, ?> members) {
			try {
				Map<String, Object> json = new HashMap<>();
				members.forEach((name, value) -> json.put(String.valueOf(name), value));
				JWK key = JWK.parse(json);
				return new SeenKey(shortened(key.getKeyID()), key.getKeyType().getValue(),
						(key.getAlgorithm() == null) ? null : key.getAlgorithm().getName(), key.size(),
						key.getKeyID() != null && key instanceof RSAKey rsa && PublishedKeys.usable(rsa));
			}
			catch (ParseException | IllegalArgumentException | IllegalStateException ex) {
				return new SeenKey(null, "?", null, 0, false);
			}
		}
		return new SeenKey(null, "?", null, 0, false);
	}

	private static @Nullable String shortened(@Nullable String name) {
		return (name == null) ? null : name.substring(0, Math.min(LONGEST_NAME, name.length()));
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
