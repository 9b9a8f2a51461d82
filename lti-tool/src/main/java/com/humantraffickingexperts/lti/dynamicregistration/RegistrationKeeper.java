package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

import com.humantraffickingexperts.lti.audit.Actor;
import com.humantraffickingexperts.lti.audit.AuditLog;
import com.humantraffickingexperts.lti.audit.AuditSubject;
import com.humantraffickingexperts.lti.audit.AuditedChange;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;
import com.humantraffickingexperts.lti.registration.RegistrationConflict;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationSource;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;
import com.humantraffickingexperts.lti.web.QuotingError;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * Keeps what a platform answered. An existing registration is never changed: whoever
 * speaks for an issuer today must not take over what was agreed before.
 */
@Component
class RegistrationKeeper {

	/**
	 * Brightspace's audience, which is not its token endpoint: D2L's "OAuth2 Audience".
	 */
	private static final String BRIGHTSPACE_AUDIENCE = "https://api.brightspace.com/auth/token";

	private static final String BRIGHTSPACE_TOKENS = "auth.brightspace.com";

	/**
	 * Blackboard's portal names itself in its configuration, and another issuer in its
	 * launches.
	 */
	private static final Map<String, String> ISSUERS_OF_LAUNCHES = Map.of("https://developer.blackboard.com",
			"https://blackboard.com", "https://developer.anthology.com", "https://blackboard.com");

	private static final Logger logger = LoggerFactory.getLogger(RegistrationKeeper.class);

	private final RegistrationStore registrations;

	private final Deployments deployments;

	private final Institutions institutions;

	private final Invitations invitations;

	private final AuditLog audit;

	private final TransactionTemplate transactions;

	RegistrationKeeper(RegistrationStore registrations, Deployments deployments, Institutions institutions,
			Invitations invitations, AuditLog audit, TransactionTemplate transactions) {
		this.registrations = registrations;
		this.deployments = deployments;
		this.institutions = institutions;
		this.invitations = invitations;
		this.audit = audit;
		this.transactions = transactions;
	}

	Kept keep(Initiation initiation, PlatformConfiguration platform, Choices choices, RegistrationAnswer answer) {
		try {
			RegistrationId id = this.transactions.execute((status) -> stored(initiation, platform, choices, answer));
			logger.info("Registered issuer={} client_id={} registration={} invitation={}", platform.issuer(),
					answer.clientId(), id, initiation.invitation());
			return new Kept(id, initiation.invitation() == null, answer.deploymentId());
		}
		catch (RegistrationConflict ex) {
			throw new ToolError(DynamicRegistrationRefusal.ALREADY_REGISTERED, facts(platform, answer));
		}
		catch (DataAccessException | TransactionException ex) {
			throw new QuotingError(DynamicRegistrationRefusal.NOT_KEPT, facts(platform, answer),
					"registration.quote.client", "issuer: " + platform.issuer() + "\nclient_id: " + answer.clientId(),
					ex);
		}
	}

	private static Map<String, String> facts(PlatformConfiguration platform, RegistrationAnswer answer) {
		return Map.of("issuer", platform.issuer(), "client_id", answer.clientId());
	}

	private RegistrationId stored(Initiation initiation, PlatformConfiguration platform, Choices choices,
			RegistrationAnswer answer) {
		Institution institution = institution(initiation);
		RegistrationId id = this.registrations.add(draft(platform, choices, answer, institution),
				(institution == null) ? RegistrationState.PENDING : RegistrationState.ENABLED,
				RegistrationSource.DYNAMIC);
		if (answer.deploymentId() != null) {
			this.deployments.approve(id, answer.deploymentId(), null);
		}
		if (initiation.invitation() != null) {
			this.invitations.used(initiation.invitation(), id);
		}
		record(id, platform, answer, institution);
		return id;
	}

	private void record(RegistrationId id, PlatformConfiguration platform, RegistrationAnswer answer,
			@Nullable Institution institution) {
		Map<String, String> made = new TreeMap<>(Map.of("issuer", platform.issuer(), "client_id", answer.clientId()));
		if (answer.deploymentId() != null) {
			made.put("deployment_id", answer.deploymentId());
		}
		this.audit.record(Actor.SYSTEM, AuditedChange
			.of("registration.registered", new AuditSubject("registration", id.value(), name(platform, institution)))
			.in((institution == null) ? null : institution.id().value())
			.changing(Map.of(), made));
	}

	private @Nullable Institution institution(Initiation initiation) {
		return (initiation.invitation() == null) ? null
				: this.invitations.find(initiation.invitation())
					.flatMap((invitation) -> this.institutions.find(invitation.institution()))
					.orElseThrow(() -> new ToolError(DynamicRegistrationRefusal.INVITATION_UNKNOWN));
	}

	private static RegistrationDraft draft(PlatformConfiguration platform, Choices choices, RegistrationAnswer answer,
			@Nullable Institution institution) {
		return new RegistrationDraft((institution == null) ? null : institution.id(), name(platform, institution),
				ISSUERS_OF_LAUNCHES.getOrDefault(platform.issuer(), platform.issuer()), answer.clientId(),
				platform.authorizationEndpoint(), platform.tokenEndpoint(), audience(platform), platform.jwksUri(),
				Set.of(), serviceOrigins(platform), UnknownDeployments.ASK, false,
				(platform.family() == PlatformFamily.GENERIC) ? null : platform.family(),
				new RegistrationTerms(null, null, null, Set.of(), choices.pseudonymous()), null, answer.scopes());
	}

	private static String name(PlatformConfiguration platform, @Nullable Institution institution) {
		if (institution == null) {
			return URI.create(platform.issuer()).getHost();
		}
		String product = (platform.family() == PlatformFamily.GENERIC) ? ""
				: " " + StringUtils.capitalize(platform.family().name().toLowerCase(Locale.ROOT));
		return StringUtils.truncate(institution.name(), 255 - product.length()) + product;
	}

	private static @Nullable String audience(PlatformConfiguration platform) {
		String server = platform.authorizationServer();
		boolean known = server != null && !server.equals(platform.tokenEndpoint().toString());
		return (!known && BRIGHTSPACE_TOKENS.equals(platform.tokenEndpoint().getHost())) ? BRIGHTSPACE_AUDIENCE
				: server;
	}

	/** Canvas's services lie at the institution's own host, where it also registers. */
	private static Set<String> serviceOrigins(PlatformConfiguration platform) {
		Set<String> origins = new LinkedHashSet<>(platform.origins());
		origins.remove(Origin.of(platform.issuer()));
		origins.remove(Origin.of(platform.authorizationEndpoint()));
		return origins;
	}

	/**
	 * What the tool keeps.
	 *
	 * @param registration our name for it
	 * @param pending whether it waits for an operator
	 * @param deploymentId the deployment that is approved already; null for none
	 */
	record Kept(RegistrationId registration, boolean pending, @Nullable String deploymentId) {
	}

}
