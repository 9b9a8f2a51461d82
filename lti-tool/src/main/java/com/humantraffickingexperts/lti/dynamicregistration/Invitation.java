package com.humantraffickingexperts.lti.dynamicregistration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * An institution's permission to register one platform, once.
 *
 * @param id our name for it
 * @param institution who is invited
 * @param family the product for which the steps were shown
 * @param createdAt when it was made
 * @param expiresAt from when on it cannot be used
 * @param openedAt when a platform first came with it; null when none did
 * @param registeredAt when it was used; null when it was not
 * @param registration what it led to; null when it was not used
 * @param revokedAt when it was taken back; null when it was not
 */
public record Invitation(InvitationId id, InstitutionId institution, PlatformFamily family, Instant createdAt,
		Instant expiresAt, @Nullable Instant openedAt, @Nullable Instant registeredAt,
		@Nullable RegistrationId registration, @Nullable Instant revokedAt) {

	/**
	 * What has become of it.
	 * @param now the present
	 * @return its state
	 */
	public State state(Instant now) {
		if (this.registeredAt != null) {
			return State.REGISTERED;
		}
		if (this.revokedAt != null) {
			return State.REVOKED;
		}
		if (!now.isBefore(this.expiresAt)) {
			return State.EXPIRED;
		}
		return (this.openedAt != null) ? State.OPENED : State.UNUSED;
	}

	/** What has become of an invitation. */
	public enum State {

		/** Nobody came with it yet. */
		UNUSED,
		/** A platform came with it, and its administrator has not decided. */
		OPENED,
		/** It led to a registration. */
		REGISTERED,
		/** It is too old. */
		EXPIRED,
		/** An administrator took it back. */
		REVOKED

	}

}
