package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;

/** Registrations as tests of other features need them. */
public final class TestRegistrations {

	private TestRegistrations() {
	}

	/** The store of one node before a database. */
	public static RegistrationStore store(TestDatabase database) {
		JdbcRegistrations stored = new JdbcRegistrations(database.jdbc());
		JdbcDeployments deployments = new JdbcDeployments(database.jdbc());
		KnownRegistrations known = new KnownRegistrations(new ConfiguredRegistrations(new PlatformsSettings(List.of())),
				stored, deployments);
		return new RegistrationStore(known, stored, deployments, Clock.systemUTC());
	}

	/** A registration of Moodle's that differs from others by its client id. */
	public static RegistrationDraft draft(String clientId, RegistrationTerms terms) {
		return new RegistrationDraft(null, "Example College", "https://moodle.example.org", clientId,
				URI.create("https://moodle.example.org/mod/lti/auth.php"),
				URI.create("https://moodle.example.org/mod/lti/token.php"), null,
				URI.create("https://moodle.example.org/mod/lti/certs.php"), Set.of(), Set.of(), UnknownDeployments.ASK,
				false, PlatformFamily.MOODLE, terms, null, Set.of());
	}

	/** The same registration with other terms. */
	public static Registration with(Registration registration, RegistrationTerms terms) {
		return new Registration(registration.id(), registration.name(), registration.issuer(), registration.clientId(),
				registration.deploymentIds(), registration.authorizationEndpoint(), registration.tokenEndpoint(),
				registration.tokenAudience(), registration.jwksUri(), registration.trustedAudiences(),
				registration.serviceOrigins(), registration.unknownDeployments(), registration.anonymousAllowed(),
				registration.enabled(), registration.family(), registration.refusedDeployments(),
				registration.institution(), terms);
	}

}
