package com.humantraffickingexperts.lti.launch;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * What a login leaves behind for its launch. It travels sealed in the {@code state}
 * parameter, so that a login writes nothing anywhere.
 *
 * @param registration the registration whose platform must answer
 * @param nonce the nonce that the id_token must carry
 * @param flow our name for this login, by which the browser's own secret is found
 * @param bindingDigest digest of the secret that only this browser holds
 * @param targetDigest digest of the address to open
 * @param deploymentDigest digest of the deployment, when the login named one
 * @param storageTarget the frame that keeps the browser's secret where cookies are
 * blocked, when the platform offers one
 * @param startedAt when the login began
 */
record LoginState(RegistrationId registration, String nonce, String flow, String bindingDigest, String targetDigest,
		@Nullable String deploymentDigest, @Nullable String storageTarget, Instant startedAt) {

	/** How long a platform and a person may take between login and launch. */
	static final Duration LIFETIME = Duration.ofMinutes(10);

	boolean expired(Instant now) {
		return this.startedAt.plus(LIFETIME).isBefore(now) || this.startedAt.isAfter(now.plusSeconds(60));
	}

}
