package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;

/**
 * Platforms known from configuration.
 *
 * @param platforms one entry for each registration
 */
@ConfigurationProperties("htmse")
record PlatformsSettings(@DefaultValue List<Platform> platforms) {

	/**
	 * One platform; see {@link Registration} for the meaning of each member.
	 */
	record Platform(String name, String issuer, String clientId, @DefaultValue Set<String> deploymentIds,
			URI authorizationEndpoint, URI tokenEndpoint, @Nullable String tokenAudience, @Nullable URI jwksUri,
			@Nullable String publicKey, @DefaultValue Set<String> trustedAudiences,
			@DefaultValue Set<String> serviceOrigins, @DefaultValue("ask") UnknownDeployments unknownDeployments,
			@DefaultValue("false") boolean allowAnonymous, @DefaultValue("true") boolean enabled,
			@Nullable String productFamilyCode) {

		private URI keySet() {
			boolean given = this.publicKey != null && !this.publicKey.isBlank();
			if (given == (this.jwksUri != null)) {
				throw new IllegalArgumentException(
						"The platform " + this.issuer + " needs a jwks-uri or a public-key, and not both");
			}
			return given
					? GivenKey.address(Objects.requireNonNull(this.publicKey))
						.orElseThrow(() -> new IllegalArgumentException("The public-key of the platform " + this.issuer
								+ " is no RSA public key of 2048 to 4096 bits in PEM"))
					: Objects.requireNonNull(this.jwksUri);
		}

		Registration toRegistration() {
			return new Registration(RegistrationStore.idOf(this.issuer, this.clientId), this.name, this.issuer,
					this.clientId, Set.copyOf(this.deploymentIds), this.authorizationEndpoint, this.tokenEndpoint,
					(this.tokenAudience == null || this.tokenAudience.isBlank()) ? this.tokenEndpoint.toString()
							: this.tokenAudience,
					keySet(), Set.copyOf(this.trustedAudiences), Set.copyOf(this.serviceOrigins),
					this.unknownDeployments, this.allowAnonymous, this.enabled,
					(this.productFamilyCode == null) ? null : PlatformFamily.ofCode(this.productFamilyCode));
		}

	}

}
