package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.network.Sites;
import com.humantraffickingexperts.lti.registration.Origin;

/**
 * Which host may speak for which issuer, and at which hosts a platform's endpoints may
 * lie. Without this anybody could register a platform in another's name.
 */
@Component
class PlatformHosts {

	/**
	 * Vendors whose issuer is one name for all institutions, and the hosts that speak for
	 * it. A pattern begins with a dot.
	 */
	private static final Map<String, Set<String>> VENDORS = Map.of("https://canvas.instructure.com",
			Set.of("sso.canvaslms.com", ".instructure.com"), "https://canvas.beta.instructure.com",
			Set.of("sso.beta.canvaslms.com", ".beta.instructure.com"), "https://canvas.test.instructure.com",
			Set.of("sso.test.canvaslms.com", ".test.instructure.com"), "https://blackboard.com",
			Set.of("developer.blackboard.com", "developer.anthology.com"));

	/** Brightspace issues the service tokens of all its institutions at one host. */
	private static final Set<String> VENDOR_ENDPOINTS = Set.of("auth.brightspace.com");

	private final DynamicRegistrationSettings settings;

	PlatformHosts(DynamicRegistrationSettings settings) {
		this.settings = settings;
	}

	/**
	 * Whether a configuration may speak for an issuer: LTI Dynamic Registration 1.0,
	 * section 3.5.1.
	 * @param source the address from which the configuration came
	 * @param issuer the issuer that it names
	 * @return true when both have one origin, or are known to belong together
	 */
	boolean speaksFor(URI source, URI issuer) {
		String origin = Origin.of(source);
		if (origin != null && origin.equals(Origin.of(issuer))) {
			return true;
		}
		return vendor(source, issuer) || this.settings.trustedConfigurations()
			.stream()
			.anyMatch((trusted) -> trusted.issuer().equals(issuer.toString())
					&& trusted.host().equalsIgnoreCase(source.getHost()));
	}

	private static boolean vendor(URI source, URI issuer) {
		return fits(VENDORS.getOrDefault(issuer.toString(), Set.of()), source.getHost());
	}

	private static boolean fits(Set<String> patterns, String host) {
		String lower = host.toLowerCase(Locale.ROOT);
		return patterns.stream()
			.anyMatch((pattern) -> pattern.startsWith(".") ? lower.endsWith(pattern) : lower.equals(pattern));
	}

	/**
	 * Whether an endpoint may lie at its host. What a vendor's own server says of its
	 * institutions is taken as it is: each may have a host of its own.
	 * @param endpoint the endpoint
	 * @param source the address from which the configuration came
	 * @param issuer the issuer that speaks
	 * @return true when the host is the platform's, one of its organisation, or a
	 * vendor's
	 */
	boolean servesAt(URI endpoint, URI source, URI issuer) {
		String host = endpoint.getHost();
		return Sites.same(host, issuer.getHost()) || Sites.same(host, source.getHost()) || fits(VENDOR_ENDPOINTS, host)
				|| vendor(source, issuer);
	}

	/**
	 * Whether tools may register at a host. The registration token is sent there, so that
	 * it has to be the very host that speaks, or one that a vendor's own server names:
	 * hosted Canvas registers at the host of the institution.
	 * @param endpoint the registration endpoint
	 * @param source the address from which the configuration came
	 * @param issuer the issuer that speaks
	 * @return true when the token may go there
	 */
	boolean registersAt(URI endpoint, URI source, URI issuer) {
		String origin = Origin.of(endpoint);
		return origin != null
				&& (origin.equals(Origin.of(source)) || origin.equals(Origin.of(issuer)) || vendor(source, issuer));
	}

}
