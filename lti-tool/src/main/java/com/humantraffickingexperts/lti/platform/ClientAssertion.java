package com.humantraffickingexperts.lti.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.Registration;

/**
 * The claims by which the tool proves who it is:
 * <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>.
 */
final class ClientAssertion {

	/** Names the deployment, for platforms that keep them apart. */
	static final String DEPLOYMENT = "https://purl.imsglobal.org/spec/lti/claim/deployment_id";

	/**
	 * Moodle refuses an assertion that is issued one second ahead of its own clock; so it
	 * is issued in the past. Canvas takes up to five minutes.
	 */
	private static final Duration BACK_DATED = Duration.ofSeconds(30);

	private static final Duration LIFE = Duration.ofMinutes(2);

	private ClientAssertion() {
	}

	static JWTClaimsSet claims(Registration registration, @Nullable String deploymentId, Instant now) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(registration.clientId())
			.subject(registration.clientId())
			.audience(registration.tokenAudience())
			.issueTime(Date.from(now.minus(BACK_DATED)))
			.expirationTime(Date.from(now.plus(LIFE)))
			.jwtID(UUID.randomUUID().toString());
		return ((deploymentId == null) ? claims : claims.claim(DEPLOYMENT, deploymentId)).build();
	}

}
