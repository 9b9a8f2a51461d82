package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A platform's <a href=
 * "https://www.imsglobal.org/spec/lti-dr/v1p0/#step-1-registration-initiation-request">registration
 * initiation request</a> that waits for its administrator.
 *
 * @param id the digest of the form's secret
 * @param invitation the invitation with which it came; null for none
 * @param source where the platform's configuration was found
 * @param configuration the configuration, as it came
 * @param sealedToken the registration token, sealed by the form's secret; null for none
 * @param createdAt when it came
 * @param expiresAt until when the form may be sent
 */
record Initiation(String id, @Nullable InvitationId invitation, URI source, String configuration,
		@Nullable String sealedToken, Instant createdAt, Instant expiresAt) {
}
