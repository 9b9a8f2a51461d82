package com.humantraffickingexperts.lti.launch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.registration.Registration;

/**
 * Checks the proof that a platform held an LTI 1.1 consumer's secret. Nothing is linked
 * to it: a claim without a proof, or of a consumer that is not configured, is as if it
 * were not there; a wrong proof is a forgery or a wrong secret, and neither may go
 * unnoticed.
 *
 * @see <a href=
 * "https://www.imsglobal.org/spec/lti/v1p3/migr#lti-1-1-migration-claim">Migrating from
 * LTI 1.1, migration claim</a>
 */
@Component
class MigrationClaim {

	private static final String NAME = "https://purl.imsglobal.org/spec/lti/claim/lti1p1";

	private final FormerConsumers consumers;

	MigrationClaim(FormerConsumers consumers) {
		this.consumers = consumers;
	}

	void check(Map<String, Object> claims, Registration registration, String deploymentId) throws LaunchRejected {
		if (!(claims.get(NAME) instanceof Map<?, ?> claim)
				|| !(claim.get("oauth_consumer_key") instanceof String consumerKey)
				|| claim.get("oauth_consumer_key_sign") == null) {
			return;
		}
		String secret = this.consumers.secret(registration, consumerKey);
		if (secret == null) {
			return;
		}
		String message = String.join("&", consumerKey, deploymentId, registration.issuer(), registration.clientId(),
				seconds(claims.get("exp")), String.valueOf(claims.get("nonce")));
		if (!Digests.equal(proof(secret, message), String.valueOf(claim.get("oauth_consumer_key_sign")))) {
			throw new LaunchRejected(LaunchRefusal.MIGRATION_SIGNATURE, "oauth_consumer_key_sign is wrong");
		}
	}

	private static String seconds(@Nullable Object time) {
		return (time instanceof Number number) ? new BigDecimal(number.toString()).toBigInteger().toString() : "";
	}

	private static String proof(String secret, String message) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
