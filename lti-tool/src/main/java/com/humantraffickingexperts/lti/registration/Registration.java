package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
 * @param jwksUri where the platform publishes its keys
 * @param trustedAudiences further audiences that an id_token may name beside the client
 * id
 * @param serviceOrigins origins beside the platform's own at which its services may live
 * @param unknownDeployments what happens to a launch from a deployment that is not listed
 * @param anonymousAllowed whether launches without a user are accepted as previews
 * @param enabled whether launches and service calls are allowed at all
 * @param family the product, when it is known from the registration
 */
public record Registration(RegistrationId id, String name, String issuer, String clientId, Set<String> deploymentIds,
		URI authorizationEndpoint, URI tokenEndpoint, String tokenAudience, URI jwksUri, Set<String> trustedAudiences,
		Set<String> serviceOrigins, UnknownDeployments unknownDeployments, boolean anonymousAllowed, boolean enabled,
		@Nullable PlatformFamily family) {

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
	 * The origins at which the platform shows pages, as far as the registration tells; a
	 * launch may name more.
	 * @return origins and patterns such as {@code https://*.example.com}, as browsers
	 * write them
	 */
	public Set<String> pageOrigins() {
		Set<String> origins = new LinkedHashSet<>();
		for (String address : List.of(this.issuer, this.authorizationEndpoint.toString())) {
			String origin = Origin.of(address);
			if (origin != null) {
				origins.add(origin);
			}
		}
		origins.addAll(this.serviceOrigins);
		origins.addAll(SharedIssuers.origins(this.issuer));
		return origins;
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
