package com.humantraffickingexperts.lti.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.keys.PlatformKeys;
import com.humantraffickingexperts.lti.keys.PlatformKeysUnavailable;
import com.humantraffickingexperts.lti.registration.Registration;

/**
 * Proves that an id_token was made by the platform, for us, now, in answer to this login.
 *
 * @see <a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#authentication-response-validation">Security
 * Framework 1.0, section 5.1.3</a>
 */
@Component
class IdTokenVerifier {

	/** How long after its expiry a token is still taken, for clocks that differ. */
	static final Duration EXPIRY_LEEWAY = Duration.ofSeconds(80);

	/** How far ahead of ours a platform's clock may be. */
	static final Duration FUTURE_LEEWAY = Duration.ofSeconds(150);

	/** How far behind ours a platform's clock may be when it answers a login. */
	static final Duration LOGIN_LEEWAY = Duration.ofSeconds(180);

	/** The longest life of a token that any platform is known to give. */
	static final Duration LONGEST_LIFE = Duration.ofHours(24);

	private static final double LAST_SECOND = 1e11;

	private final PlatformKeys keys;

	private final Clock clock;

	IdTokenVerifier(PlatformKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	void verify(IdToken token, Registration registration, LoginState state, LaunchTrace trace)
			throws LaunchRejected, PlatformKeysUnavailable {
		signedByPlatform(token, registration, trace);
		Map<String, Object> claims = token.claims();
		trace.at(LaunchStep.ISSUER);
		if (!registration.issuer().equals(claims.get("iss"))) {
			throw new LaunchRejected(LaunchRefusal.ISSUER_MISMATCH, "iss is not the registration's issuer");
		}
		trace.at(LaunchStep.AUDIENCE);
		issuedForUs(claims, registration);
		trace.at(LaunchStep.TIMES);
		issuedNow(claims, state);
		trace.at(LaunchStep.NONCE);
		if (!(claims.get("nonce") instanceof String nonce) || !Digests.equal(nonce, state.nonce())) {
			throw new LaunchRejected(LaunchRefusal.NONCE_MISMATCH, "nonce is not the one of this login");
		}
	}

	private void signedByPlatform(IdToken token, Registration registration, LaunchTrace trace)
			throws LaunchRejected, PlatformKeysUnavailable {
		trace.at(LaunchStep.KEY);
		PlatformKeys.Verification verification = this.keys.verify(registration.jwksUri(), token.jws());
		if (verification == PlatformKeys.Verification.UNKNOWN_KEY) {
			throw new LaunchRejected(LaunchRefusal.KEY_UNKNOWN, "the platform does not publish this kid");
		}
		trace.at(LaunchStep.SIGNATURE);
		if (verification != PlatformKeys.Verification.VALID) {
			throw new LaunchRejected(LaunchRefusal.SIGNATURE_INVALID, "the named key did not sign");
		}
	}

	private static void issuedForUs(Map<String, Object> claims, Registration registration) throws LaunchRejected {
		List<?> audiences = (claims.get("aud") instanceof List<?> several) ? several
				: (claims.get("aud") instanceof String one) ? List.of(one) : List.of();
		Set<String> trusted = registration.trustedAudiences();
		boolean forUs = false;
		for (Object audience : audiences) {
			if (registration.clientId().equals(audience)) {
				forUs = true;
			}
			else if (!(audience instanceof String other) || !trusted.contains(other)) {
				throw new LaunchRejected(LaunchRefusal.AUDIENCE_MISMATCH, "aud names somebody who is not trusted");
			}
		}
		if (!forUs) {
			throw new LaunchRejected(LaunchRefusal.AUDIENCE_MISMATCH, "aud does not name our client id");
		}
		Object party = claims.get("azp");
		if (party != null && !registration.clientId().equals(party)) {
			throw new LaunchRejected(LaunchRefusal.AUDIENCE_MISMATCH, "azp is not our client id");
		}
	}

	private void issuedNow(Map<String, Object> claims, LoginState state) throws LaunchRejected {
		Instant now = this.clock.instant();
		Instant expires = required(claims, "exp");
		Instant issued = required(claims, "iat");
		Instant notBefore = time(claims, "nbf");
		if (!now.isBefore(expires.plus(EXPIRY_LEEWAY))) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_EXPIRED, "exp has passed");
		}
		if (issued.isAfter(now.plus(FUTURE_LEEWAY))) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_TIME, "iat lies in the future");
		}
		if (notBefore != null && notBefore.isAfter(now.plus(FUTURE_LEEWAY))) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_TIME, "nbf lies in the future");
		}
		if (issued.isAfter(expires)) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_TIME, "iat is later than exp");
		}
		if (expires.isAfter(issued.plus(LONGEST_LIFE).plus(FUTURE_LEEWAY))) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_TIME, "exp lies too far ahead");
		}
		if (issued.isBefore(state.startedAt().minus(LOGIN_LEEWAY))) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_TIME, "iat is earlier than the login");
		}
	}

	private static Instant required(Map<String, Object> claims, String name) throws LaunchRejected {
		Instant time = time(claims, name);
		if (time == null) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_TIME, name + " is missing");
		}
		return time;
	}

	private static @Nullable Instant time(Map<String, Object> claims, String name) throws LaunchRejected {
		Object value = claims.get(name);
		if (value == null) {
			return null;
		}
		if (!(value instanceof Number number)) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_TIME, name + " is not a number");
		}
		double seconds = number.doubleValue();
		if (!(seconds >= 0 && seconds < LAST_SECOND)) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_TIME, name + " is not a time in seconds");
		}
		return Instant.ofEpochSecond((long) seconds);
	}

}
