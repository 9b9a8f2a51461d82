package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * The trust between the tool and one platform: what
 * <a href="https://www.imsglobal.org/spec/security/v1p0/">the Security Framework</a>
 * calls the registration of a client.
 *
 * @param id our name for it
 * @param name the platform's name, for people
 * @param issuer the platform's name for itself ({@code iss}), compared byte for byte
 * @param clientId the platform's name for us, compared byte for byte
 * @param deploymentIds the deployments from which launches are accepted, compared byte
 * for byte
 * @param authorizationEndpoint where a login is answered with an authentication request
 * @param tokenEndpoint where service tokens are asked for
 * @param tokenAudience the audience of our client assertions
 * @param jwksUri where the platform publishes its keys, or a {@link GivenKey}
 * @param trustedAudiences further audiences that an id_token may name beside the client
 * id
 * @param serviceOrigins origins beside the platform's own at which its services may live
 * @param unknownDeployments what happens to a launch from a deployment that is not listed
 * @param anonymousAllowed whether launches without a user are accepted as previews
 * @param enabled whether launches and service calls are allowed at all
 * @param family the product, when it is known from the registration
 * @param refusedDeployments deployments from which no launch is accepted, whatever
 * happens to unknown ones; compared byte for byte
 * @param institution whose registration it is; null when it belongs to none
 * @param terms what was agreed with the institution
 */
public record Registration(RegistrationId id, String name, String issuer, String clientId, Set<String> deploymentIds,
		URI authorizationEndpoint, URI tokenEndpoint, String tokenAudience, URI jwksUri, Set<String> trustedAudiences,
		Set<String> serviceOrigins, UnknownDeployments unknownDeployments, boolean anonymousAllowed, boolean enabled,
		@Nullable PlatformFamily family, Set<String> refusedDeployments, @Nullable InstitutionId institution,
		RegistrationTerms terms) {

	/** Every launch asks several times. */
	private static final Cache<Registration, Set<String>> ORIGINS = Caffeine.newBuilder().weakKeys().build();

	/**
	 * A registration that belongs to no institution and has no terms.
	 * @param id our name for it
	 * @param name the platform's name, for people
	 * @param issuer the platform's name for itself
	 * @param clientId the platform's name for us
	 * @param deploymentIds the deployments from which launches are accepted
	 * @param authorizationEndpoint where a login is answered with an authentication
	 * request
	 * @param tokenEndpoint where service tokens are asked for
	 * @param tokenAudience the audience of our client assertions
	 * @param jwksUri where the platform publishes its keys
	 * @param trustedAudiences further audiences that an id_token may name
	 * @param serviceOrigins further origins at which services may live
	 * @param unknownDeployments what happens to a launch from a deployment that is not
	 * listed
	 * @param anonymousAllowed whether launches without a user are accepted as previews
	 * @param enabled whether launches and service calls are allowed at all
	 * @param family the product, when it is known from the registration
	 */
	public Registration(RegistrationId id, String name, String issuer, String clientId, Set<String> deploymentIds,
			URI authorizationEndpoint, URI tokenEndpoint, String tokenAudience, URI jwksUri,
			Set<String> trustedAudiences, Set<String> serviceOrigins, UnknownDeployments unknownDeployments,
			boolean anonymousAllowed, boolean enabled, @Nullable PlatformFamily family) {
		this(id, name, issuer, clientId, deploymentIds, authorizationEndpoint, tokenEndpoint, tokenAudience, jwksUri,
				trustedAudiences, serviceOrigins, unknownDeployments, anonymousAllowed, enabled, family, Set.of(), null,
				RegistrationTerms.NONE);
	}

	Registration with(Set<String> approvedDeployments, Set<String> refused) {
		return new Registration(this.id, this.name, this.issuer, this.clientId, approvedDeployments,
				this.authorizationEndpoint, this.tokenEndpoint, this.tokenAudience, this.jwksUri, this.trustedAudiences,
				this.serviceOrigins, this.unknownDeployments, this.anonymousAllowed, this.enabled, this.family, refused,
				this.institution, this.terms);
	}

	/**
	 * Whether launches from a deployment are accepted.
	 * @param deploymentId the platform's name for the deployment
	 * @return true when it is listed, or when unknown ones are allowed and it was not
	 * refused
	 */
	public boolean acceptsDeployment(String deploymentId) {
		return this.deploymentIds.contains(deploymentId)
				|| (this.unknownDeployments == UnknownDeployments.ALLOW && !refusesDeployment(deploymentId));
	}

	/**
	 * Whether an administrator refused a deployment.
	 * @param deploymentId the platform's name for the deployment
	 * @return true when it was refused by name
	 */
	public boolean refusesDeployment(String deploymentId) {
		return this.refusedDeployments.contains(deploymentId);
	}

	/**
	 * Whether a service of the platform may live at an address. A service token is never
	 * sent anywhere else.
	 * @param address an absolute address from a launch, or from an answer of the platform
	 * @return true when it lies at the origin of the issuer, of an endpoint, or at one
	 * that an administrator added
	 */
	public boolean servesAt(URI address) {
		if (address.getHost() == null || address.getRawUserInfo() != null) {
			return false;
		}
		return Stream
			.concat(Stream.of(this.tokenEndpoint.toString(), this.jwksUri.toString()), this.pageOrigins().stream())
			.anyMatch((origin) -> Origin.matches(origin, address));
	}

	/**
	 * Where the platform's keys come from, for people.
	 * @return the address of its key set, or the fingerprint of the key that was given
	 */
	public String keySource() {
		return GivenKey.named(this.jwksUri);
	}

	/**
	 * The origins at which the platform shows pages, as far as the registration tells; a
	 * launch may name more.
	 * @return origins and patterns such as {@code https://*.example.com}, as browsers
	 * write them
	 */
	public Set<String> pageOrigins() {
		return ORIGINS.get(this, Registration::origins);
	}

	private Set<String> origins() {
		Set<String> origins = new LinkedHashSet<>();
		for (String address : List.of(this.issuer, this.authorizationEndpoint.toString())) {
			String origin = Origin.of(address);
			if (origin != null) {
				origins.add(origin);
			}
		}
		origins.addAll(this.serviceOrigins);
		origins.addAll(SharedIssuers.origins(this.issuer));
		return Collections.unmodifiableSet(origins);
	}

	/** What happens to a launch from a deployment that is not listed. */
	public enum UnknownDeployments {

		/** It is refused until an administrator approves the deployment. */
		ASK,
		/** It is accepted. */
		ALLOW,
		/** It is refused. */
		REFUSE

	}

}
