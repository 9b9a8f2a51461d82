package com.humantraffickingexperts.sandbox.token;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.services.ServiceCall;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;

/**
 * The access tokens in use
 * (<a href="https://www.imsglobal.org/spec/security/v1p0/#securing_web_services">Security
 * Framework 1.0, 4</a>).
 */
@Component
public class AccessTokens {

	/** How long a token is good for. */
	public static final Duration LIFETIME = Duration.ofHours(1);

	private final SecureRandom random = new SecureRandom();

	private final SandboxClock clock;

	private final ServiceErrors errors;

	private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();

	AccessTokens(SandboxClock clock, ServiceErrors errors) {
		this.clock = clock;
		this.errors = errors;
	}

	String issue(String clientId, Set<String> scopes) {
		Instant now = this.clock.instant();
		this.tokens.values().removeIf((token) -> token.expiry().plus(LIFETIME).isBefore(now));
		byte[] bytes = new byte[24];
		this.random.nextBytes(bytes);
		String value = HexFormat.of().formatHex(bytes);
		this.tokens.put(value, new AccessToken(clientId, Set.copyOf(scopes), now.plus(LIFETIME)));
		return value;
	}

	/** Lets every token issued so far expire now. */
	public void expireAll() {
		Instant past = this.clock.instant().minusSeconds(1);
		this.tokens.replaceAll((value, token) -> new AccessToken(token.clientId(), token.scopes(), past));
	}

	/**
	 * Asks for a good token with one of some scopes, and refuses the call otherwise.
	 * @param call the call
	 * @param scopes the scopes, one of which is enough
	 * @return the client id that calls
	 */
	public String require(ServiceCall call, String... scopes) {
		this.errors.requireUserAgent(call);
		String value = call.bearer();
		if (value == null) {
			throw this.errors.badToken(call, ServiceErrors.TokenProblem.MISSING);
		}
		AccessToken token = this.tokens.get(value);
		if (token == null) {
			throw this.errors.badToken(call, ServiceErrors.TokenProblem.UNKNOWN);
		}
		if (call.tokenTakenForExpired() || !this.clock.instant().isBefore(token.expiry())) {
			throw this.errors.badToken(call, ServiceErrors.TokenProblem.EXPIRED);
		}
		if (List.of(scopes).stream().noneMatch(token.scopes()::contains)) {
			throw this.errors.insufficientScope(call, List.of(scopes));
		}
		return token.clientId();
	}

	record AccessToken(String clientId, Set<String> scopes, Instant expiry) {
	}

}
