package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;

/**
 * A registration as somebody wants it to be; see {@link Registration} for the meaning of
 * most members. Its issuer and client id cannot be changed later, because everything that
 * the tool knows of people and courses hangs on them.
 *
 * @param institution whose registration it is; null when it belongs to none
 * @param name the platform's name, for people; 1 to 255 characters
 * @param issuer the platform's name for itself; up to 1,000 characters
 * @param clientId the platform's name for us; up to 255 characters
 * @param authorizationEndpoint where a login is answered with an authentication request
 * @param tokenEndpoint where service tokens are asked for
 * @param tokenAudience the audience of our client assertions; null for the token endpoint
 * @param jwksUri where the platform publishes its keys, or a {@link GivenKey}
 * @param trustedAudiences further audiences that an id_token may name
 * @param serviceOrigins further origins at which services may live
 * @param unknownDeployments what happens to a launch from a deployment that is not listed
 * @param anonymousAllowed whether launches without a user are accepted as previews
 * @param family the product; null when launches are to say
 * @param terms what was agreed with the institution
 * @param notes what operators want to remember; null for nothing
 * @param grantedScopes the service scopes that the platform granted in a dynamic
 * registration; empty when it did not say
 */
public record RegistrationDraft(@Nullable InstitutionId institution, String name, String issuer, String clientId,
		URI authorizationEndpoint, URI tokenEndpoint, @Nullable String tokenAudience, URI jwksUri,
		Set<String> trustedAudiences, Set<String> serviceOrigins, UnknownDeployments unknownDeployments,
		boolean anonymousAllowed, @Nullable PlatformFamily family, RegistrationTerms terms, @Nullable String notes,
		Set<String> grantedScopes) {

	public RegistrationDraft {
		trustedAudiences = Set.copyOf(trustedAudiences);
		serviceOrigins = Set.copyOf(serviceOrigins);
		grantedScopes = Set.copyOf(grantedScopes);
	}

}
