package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * What a platform says of itself, checked:
 * <a href="https://www.imsglobal.org/spec/lti-dr/v1p0/#openid-configuration">LTI Dynamic
 * Registration 1.0, OpenID Configuration</a>.
 *
 * @param source the address from which it came
 * @param issuer the platform's name for itself, as given
 * @param authorizationEndpoint where logins are answered
 * @param tokenEndpoint where service tokens are asked for
 * @param jwksUri where the platform publishes its keys
 * @param registrationEndpoint where tools register
 * @param authorizationServer the audience of our assertions, where it is an address
 * @param scopes the scopes that the platform names
 * @param signedRequests whether the platform says that it knows {@code private_key_jwt}
 * @param product the {@code product_family_code}, as given
 * @param version the product's version, as given
 * @param messages the messages that the platform names, with their placements
 * @param accountDomain the host of the institution's own Canvas, which shows our pages
 */
record PlatformConfiguration(URI source, String issuer, URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri,
		URI registrationEndpoint, @Nullable String authorizationServer, List<String> scopes, boolean signedRequests,
		@Nullable String product, @Nullable String version, Map<String, List<String>> messages,
		@Nullable String accountDomain) {

	private static final String SERVICES = "https://purl.imsglobal.org/spec/lti-";

	/**
	 * The product.
	 * @return the family that the platform's code names
	 */
	PlatformFamily family() {
		return PlatformFamily.ofCode(this.product);
	}

	/**
	 * Whether a message may be declared.
	 * @param type the {@code message_type}
	 * @return true when the platform names it, or names none
	 */
	boolean knows(String type) {
		return this.messages.isEmpty() || this.messages.containsKey(type);
	}

	/**
	 * Whether a placement may be declared.
	 * @param type the {@code message_type}
	 * @param placement the place
	 * @return true when the platform names it, or names none for this message
	 */
	boolean knows(String type, String placement) {
		List<String> known = this.messages.getOrDefault(type, List.of());
		return known.isEmpty() || known.contains(placement);
	}

	/**
	 * Whether a service may be asked for. Sakai names none, and has them all.
	 * @param scope the scope of the service
	 * @return true when the platform names it, or names no service
	 */
	boolean offers(String scope) {
		return this.scopes.contains(scope) || this.scopes.stream().noneMatch((known) -> known.startsWith(SERVICES));
	}

	/**
	 * Whether the platform itself names a service.
	 * @param scope the scope of the service
	 * @return false when it says nothing of it
	 */
	boolean names(String scope) {
		return this.scopes.contains(scope);
	}

	/**
	 * The origins at which the platform's administrator can be: they may frame our pages,
	 * and hear that the registration has ended.
	 * @return origins as browsers write them
	 */
	Set<String> origins() {
		Set<String> origins = new LinkedHashSet<>();
		Stream.of(this.registrationEndpoint, this.source, this.authorizationEndpoint)
			.map(Origin::of)
			.filter(Objects::nonNull)
			.forEach(origins::add);
		Stream.of(this.issuer, "https://" + this.accountDomain)
			.filter((address) -> !address.endsWith("//null"))
			.map(Origin::of)
			.filter(Objects::nonNull)
			.forEach(origins::add);
		return origins;
	}

}
