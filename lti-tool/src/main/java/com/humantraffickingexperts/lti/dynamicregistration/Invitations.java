package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.web.ToolAddress;
import com.humantraffickingexperts.lti.web.ToolError;

/** Invitations to register a platform: each is good for one registration, for a while. */
@Component
public class Invitations {

	/** Longer than the platform is waited for. */
	private static final Duration CLAIM = Duration.ofMinutes(2);

	private final JdbcInvitations stored;

	private final DynamicRegistrationSettings settings;

	private final ToolAddress address;

	private final Clock clock;

	Invitations(JdbcInvitations stored, DynamicRegistrationSettings settings, ToolAddress address, Clock clock) {
		this.stored = stored;
		this.settings = settings;
		this.address = address;
		this.clock = clock;
	}

	/**
	 * Makes an invitation.
	 * @param institution who is invited
	 * @param family the product for which the steps are shown; others may register too
	 * @return the invitation and its link, which is not stored and never shown again
	 */
	public Made make(InstitutionId institution, PlatformFamily family) {
		Instant now = this.clock.instant();
		Invitation invitation = new Invitation(new InvitationId(Ids.inTimeOrder(now)), institution, family, now,
				now.plus(this.settings.invitationsValidFor()), null, null, null, null);
		LinkSecret secret = LinkSecret.fresh();
		this.stored.insert(invitation, secret.digest());
		return new Made(invitation, this.address.url("/lti/register/" + secret.text()));
	}

	/**
	 * One invitation.
	 * @param id our name for it
	 * @return the invitation, or empty when there is none
	 */
	public Optional<Invitation> find(InvitationId id) {
		return this.stored.find(id);
	}

	/**
	 * All invitations that an administrator may see.
	 * @param institution whose; null for all
	 * @return the newest first
	 */
	public List<Invitation> all(@Nullable InstitutionId institution) {
		return this.stored.all(institution);
	}

	/**
	 * Takes an invitation back.
	 * @param id our name for it
	 * @return false when it was used or taken back before
	 */
	public boolean revoke(InvitationId id) {
		return this.stored.revoke(id, this.clock.instant());
	}

	/** A platform came with the secret of an invitation. */
	Invitation open(String text) {
		Invitation invitation = LinkSecret.of(text)
			.flatMap((secret) -> this.stored.findBySecret(secret.digest()))
			.orElseThrow(() -> new ToolError(DynamicRegistrationRefusal.INVITATION_UNKNOWN));
		requireUsable(invitation);
		this.stored.opened(invitation.id(), this.clock.instant());
		return invitation;
	}

	/**
	 * Keeps an invitation from others while its platform is registering the tool.
	 * @throws ToolError when it cannot be used any more, or somebody else is at it
	 */
	void claim(InvitationId id) {
		Instant now = this.clock.instant();
		if (!this.stored.claim(id, now, now.plus(CLAIM))) {
			requireUsable(this.stored.find(id)
				.orElseThrow(() -> new ToolError(DynamicRegistrationRefusal.INVITATION_UNKNOWN)));
			throw new ToolError(DynamicRegistrationRefusal.CONSENT_USED, Map.of("invitation", id.value()));
		}
	}

	void release(InvitationId id) {
		this.stored.release(id);
	}

	void used(InvitationId id, RegistrationId registration) {
		if (!this.stored.used(id, registration, this.clock.instant())) {
			throw new ToolError(DynamicRegistrationRefusal.INVITATION_USED, Map.of("invitation", id.value()));
		}
	}

	private void requireUsable(Invitation invitation) {
		switch (invitation.state(this.clock.instant())) {
			case UNUSED, OPENED -> {
				// as it should be
			}
			case REGISTERED -> throw unusable(DynamicRegistrationRefusal.INVITATION_USED, invitation);
			case EXPIRED -> throw unusable(DynamicRegistrationRefusal.INVITATION_EXPIRED, invitation);
			case REVOKED -> throw unusable(DynamicRegistrationRefusal.INVITATION_UNKNOWN, invitation);
		}
	}

	private static ToolError unusable(DynamicRegistrationRefusal code, Invitation invitation) {
		return new ToolError(code, Map.of("invitation", invitation.id().value()));
	}

	/**
	 * A new invitation.
	 *
	 * @param invitation the invitation
	 * @param link what the institution's administrator enters in the platform; secret
	 */
	public record Made(Invitation invitation, URI link) {
	}

}
