package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.dynamicregistration.DynamicRegistrationSettings.WithoutInvitation;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * The steps of a <a href="https://www.imsglobal.org/spec/lti-dr/v1p0/">dynamic
 * registration</a>: a platform begins it, its administrator decides, the tool registers.
 * Between the steps the database keeps what came, so that any node can go on.
 */
@Component
class DynamicRegistration {

	private static final Duration DAY = Duration.ofDays(1);

	private final DynamicRegistrationSettings settings;

	private final Invitations invitations;

	private final PlatformDialogue dialogue;

	private final ConfigurationReader reader;

	private final JdbcInitiations initiations;

	private final RegistrationBody body;

	private final RegistrationKeeper keeper;

	private final JsonMapper json;

	private final Clock clock;

	DynamicRegistration(DynamicRegistrationSettings settings, Invitations invitations, PlatformDialogue dialogue,
			ConfigurationReader reader, JdbcInitiations initiations, RegistrationBody body, RegistrationKeeper keeper,
			JsonMapper json, Clock clock) {
		this.settings = settings;
		this.invitations = invitations;
		this.dialogue = dialogue;
		this.reader = reader;
		this.initiations = initiations;
		this.body = body;
		this.keeper = keeper;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * A platform begins. Nobody is called before the invitation was looked at.
	 * @param secret the secret of an invitation; null for none
	 * @param configuration the address of the platform's configuration
	 * @param token the registration token; null for none
	 * @return what its administrator has to decide
	 */
	Begun begin(@Nullable String secret, String configuration, @Nullable String token) {
		URI address = address(configuration);
		Invitation invitation = (secret == null) ? null : this.invitations.open(secret);
		Instant now = this.clock.instant();
		if (invitation == null) {
			requireRoom(now);
		}
		PlatformDialogue.Found found = this.dialogue.configuration(address, token);
		PlatformConfiguration platform = this.reader.read(found.uri(), found.text());
		LinkSecret form = LinkSecret.fresh();
		this.initiations.insert(
				new Initiation(form.digest(), (invitation == null) ? null : invitation.id(), found.uri(), found.text(),
						(token == null) ? null : form.seal(token), now, now.plus(this.settings.consentValidFor())));
		return new Begun(form.text(), platform, invitation);
	}

	private static URI address(String configuration) {
		try {
			URI address = new URI(configuration);
			if (address.getHost() != null && address.getRawUserInfo() == null) {
				return address;
			}
		}
		catch (URISyntaxException ex) {
			// said below
		}
		throw new ToolError(DynamicRegistrationRefusal.ADDRESS_REFUSED);
	}

	private void requireRoom(Instant now) {
		if (this.settings.withoutInvitation() == WithoutInvitation.REFUSED) {
			throw new ToolError(DynamicRegistrationRefusal.INVITATION_NEEDED);
		}
		if (this.initiations.countUninvited(now.minus(DAY)) >= this.settings.uninvitedPerDay()) {
			throw new ToolError(DynamicRegistrationRefusal.TOO_MANY_UNINVITED, Map.of(), null, Duration.ofHours(1),
					null);
		}
	}

	/**
	 * Its administrator agreed: the tool registers, once.
	 * @param secret the form's secret
	 * @param choices what was decided
	 * @return what is registered now
	 */
	Done register(String secret, Choices choices) {
		LinkSecret form = form(secret);
		Initiation initiation = consumed(form);
		PlatformConfiguration platform = this.reader.read(initiation.source(), initiation.configuration());
		if (initiation.invitation() != null) {
			this.invitations.claim(initiation.invitation());
		}
		try {
			String answer = this.dialogue.register(platform.registrationEndpoint(), token(form, initiation),
					this.json.writeValueAsString(this.body.of(platform, choices)).getBytes(StandardCharsets.UTF_8));
			return new Done(platform, this.keeper.keep(initiation, platform, choices, RegistrationAnswer.read(answer)));
		}
		catch (ToolError error) {
			release(initiation, error);
			throw error;
		}
	}

	/**
	 * Its administrator did not agree.
	 * @param secret the form's secret
	 * @return the platform, of which nothing is kept
	 */
	PlatformConfiguration cancel(String secret) {
		Initiation initiation = consumed(form(secret));
		return this.reader.read(initiation.source(), initiation.configuration());
	}

	private static LinkSecret form(String secret) {
		return LinkSecret.of(secret).orElseThrow(() -> new ToolError(DynamicRegistrationRefusal.CONSENT_EXPIRED));
	}

	private Initiation consumed(LinkSecret form) {
		Initiation initiation = this.initiations.find(form.digest())
			.filter((found) -> this.clock.instant().isBefore(found.expiresAt()))
			.orElseThrow(() -> new ToolError(DynamicRegistrationRefusal.CONSENT_EXPIRED));
		if (!this.initiations.consume(initiation.id(), this.clock.instant())) {
			throw new ToolError(DynamicRegistrationRefusal.CONSENT_USED);
		}
		return initiation;
	}

	private static @Nullable String token(LinkSecret form, Initiation initiation) {
		return (initiation.sealedToken() == null) ? null : form.unseal(initiation.sealedToken());
	}

	/** The link works again: what was in the way may be mended. */
	private void release(Initiation initiation, ToolError error) {
		if (initiation.invitation() != null) {
			try {
				this.invitations.release(initiation.invitation());
			}
			catch (DataAccessException ex) {
				error.addSuppressed(ex);
			}
		}
	}

	/**
	 * A registration that waits for the administrator.
	 *
	 * @param form the secret of the form
	 * @param platform the platform
	 * @param invitation with which it came; null for none
	 */
	record Begun(String form, PlatformConfiguration platform, @Nullable Invitation invitation) {
	}

	/**
	 * A registration that was made.
	 *
	 * @param platform the platform
	 * @param kept what the tool keeps of it
	 */
	record Done(PlatformConfiguration platform, RegistrationKeeper.Kept kept) {
	}

}
