package com.humantraffickingexperts.lti.console;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

/** A registration as it is, with one part of it changed. */
final class Drafts {

	private Drafts() {
	}

	static RegistrationDraft of(ManagedRegistration managed) {
		Registration r = managed.registration();
		return new RegistrationDraft(r.institution(), r.name(), r.issuer(), r.clientId(), r.authorizationEndpoint(),
				r.tokenEndpoint(), r.tokenAudience(), r.jwksUri(), r.trustedAudiences(), r.serviceOrigins(),
				r.unknownDeployments(), r.anonymousAllowed(), r.family(), r.terms(), managed.notes(),
				managed.grantedScopes());
	}

	static RegistrationDraft with(RegistrationDraft d, @Nullable InstitutionId institution, RegistrationTerms terms) {
		return new RegistrationDraft(institution, d.name(), d.issuer(), d.clientId(), d.authorizationEndpoint(),
				d.tokenEndpoint(), d.tokenAudience(), d.jwksUri(), d.trustedAudiences(), d.serviceOrigins(),
				d.unknownDeployments(), d.anonymousAllowed(), d.family(), terms, d.notes(), d.grantedScopes());
	}

	static RegistrationDraft with(RegistrationDraft d, String name, @Nullable String notes) {
		return new RegistrationDraft(d.institution(), name, d.issuer(), d.clientId(), d.authorizationEndpoint(),
				d.tokenEndpoint(), d.tokenAudience(), d.jwksUri(), d.trustedAudiences(), d.serviceOrigins(),
				d.unknownDeployments(), d.anonymousAllowed(), d.family(), d.terms(), notes, d.grantedScopes());
	}

	static RegistrationDraft with(RegistrationDraft d, Connection c) {
		return new RegistrationDraft(d.institution(), d.name(), d.issuer(), d.clientId(), c.authorization(), c.token(),
				c.audience(), c.keySet(), c.audiences(), c.origins(), c.unknown(), c.anonymous(), c.family(), d.terms(),
				d.notes(), d.grantedScopes());
	}

	static RegistrationTerms pseudonymous(RegistrationTerms terms, boolean pseudonymous) {
		return new RegistrationTerms(terms.validFrom(), terms.validUntil(), terms.seats(), terms.modules(),
				pseudonymous, terms.drafts());
	}

	/** How the platform is reached, and what it may do; see {@link RegistrationDraft}. */
	record Connection(URI authorization, URI token, @Nullable String audience, URI keySet, Set<String> audiences,
			Set<String> origins, UnknownDeployments unknown, boolean anonymous, @Nullable PlatformFamily family) {
	}

}
