package com.humantraffickingexperts.lti.conformance;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;
import com.humantraffickingexperts.lti.registration.Registrations;
import com.humantraffickingexperts.lti.registration.TestRegistrations;

/** The configured registrations, as a case wants them to be. */
final class RegistrationsDouble implements Registrations {

	private final Registrations configured;

	private final Map<String, UnaryOperator<Registration>> changes = new HashMap<>();

	private final Set<String> absent = new HashSet<>();

	RegistrationsDouble(Registrations configured) {
		this.configured = configured;
	}

	/** As the fixtures have it: the second client of the first issuer is not there. */
	void reset() {
		this.changes.clear();
		this.absent.clear();
		this.absent.add("cA2");
	}

	void add(String clientId) {
		this.absent.remove(clientId);
	}

	void change(String clientId, UnaryOperator<Registration> change) {
		this.changes.merge(clientId, change, (one, other) -> (registration) -> other.apply(one.apply(registration)));
	}

	Registration of(String clientId) {
		return all().stream()
			.filter((registration) -> registration.clientId().equals(clientId))
			.findFirst()
			.orElseThrow();
	}

	@Override
	public Optional<Registration> find(RegistrationId id) {
		return all().stream().filter((registration) -> registration.id().equals(id)).findFirst();
	}

	@Override
	public List<Registration> ofIssuer(String issuer) {
		return all().stream().filter((registration) -> registration.issuer().equals(issuer)).toList();
	}

	@Override
	public List<Registration> all() {
		return this.configured.all()
			.stream()
			.filter((registration) -> !this.absent.contains(registration.clientId()))
			.map((registration) -> this.changes.getOrDefault(registration.clientId(), UnaryOperator.identity())
				.apply(registration))
			.toList();
	}

	static UnaryOperator<Registration> keysAt(URI jwksUri) {
		return (r) -> new Registration(r.id(), r.name(), r.issuer(), r.clientId(), r.deploymentIds(),
				r.authorizationEndpoint(), r.tokenEndpoint(), r.tokenAudience(), jwksUri, r.trustedAudiences(),
				r.serviceOrigins(), r.unknownDeployments(), r.anonymousAllowed(), r.enabled(), r.family());
	}

	static UnaryOperator<Registration> authorizationAt(URI endpoint) {
		return (r) -> new Registration(r.id(), r.name(), r.issuer(), r.clientId(), r.deploymentIds(), endpoint,
				r.tokenEndpoint(), r.tokenAudience(), r.jwksUri(), r.trustedAudiences(), r.serviceOrigins(),
				r.unknownDeployments(), r.anonymousAllowed(), r.enabled(), r.family());
	}

	static UnaryOperator<Registration> trusting(Set<String> audiences) {
		return (r) -> new Registration(r.id(), r.name(), r.issuer(), r.clientId(), r.deploymentIds(),
				r.authorizationEndpoint(), r.tokenEndpoint(), r.tokenAudience(), r.jwksUri(), audiences,
				r.serviceOrigins(), r.unknownDeployments(), r.anonymousAllowed(), r.enabled(), r.family());
	}

	static UnaryOperator<Registration> deployments(Set<String> ids, Registration.UnknownDeployments unknown) {
		return (r) -> new Registration(r.id(), r.name(), r.issuer(), r.clientId(), ids, r.authorizationEndpoint(),
				r.tokenEndpoint(), r.tokenAudience(), r.jwksUri(), r.trustedAudiences(), r.serviceOrigins(), unknown,
				r.anonymousAllowed(), r.enabled(), r.family());
	}

	static UnaryOperator<Registration> servingAt(Set<String> origins) {
		return (r) -> new Registration(r.id(), r.name(), r.issuer(), r.clientId(), r.deploymentIds(),
				r.authorizationEndpoint(), r.tokenEndpoint(), r.tokenAudience(), r.jwksUri(), r.trustedAudiences(),
				origins, r.unknownDeployments(), r.anonymousAllowed(), r.enabled(), r.family());
	}

	static UnaryOperator<Registration> anonymousAllowed() {
		return (r) -> new Registration(r.id(), r.name(), r.issuer(), r.clientId(), r.deploymentIds(),
				r.authorizationEndpoint(), r.tokenEndpoint(), r.tokenAudience(), r.jwksUri(), r.trustedAudiences(),
				r.serviceOrigins(), r.unknownDeployments(), true, r.enabled(), r.family());
	}

	static UnaryOperator<Registration> disabled() {
		return (r) -> new Registration(r.id(), r.name(), r.issuer(), r.clientId(), r.deploymentIds(),
				r.authorizationEndpoint(), r.tokenEndpoint(), r.tokenAudience(), r.jwksUri(), r.trustedAudiences(),
				r.serviceOrigins(), r.unknownDeployments(), r.anonymousAllowed(), false, r.family());
	}

	static UnaryOperator<Registration> terms(RegistrationTerms terms) {
		return (r) -> TestRegistrations.with(r, terms);
	}

}
