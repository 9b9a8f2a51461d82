package com.humantraffickingexperts.lti.console;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The addresses of a platform, as text, as far as they follow from its product and its
 * own address. What does not follow is empty.
 *
 * @param issuer the platform's name for itself
 * @param authorization the authorization endpoint
 * @param token the token endpoint
 * @param audience the token audience; empty for the token endpoint
 * @param keySet the key set
 * @param origins further origins at which its pages and services live
 */
record PlatformAddresses(String issuer, String authorization, String token, String audience, String keySet,
		Set<String> origins) {

	static final String BLACKBOARD = "https://blackboard.com";

	/** What the field {@code hosting} of Canvas says when a college runs its own. */
	static final String SELF_HOSTED = "self";

	private static final String NONE = "";

	static PlatformAddresses moodle(String site) {
		return new PlatformAddresses(site, site + "/mod/lti/auth.php", site + "/mod/lti/token.php", NONE,
				site + "/mod/lti/certs.php", Set.of());
	}

	/**
	 * Canvas.
	 * @param hosting {@code production}, {@code beta}, {@code test} or
	 * {@link #SELF_HOSTED}
	 * @param site where its people use it; null when it lies below the vendor's domain
	 */
	static PlatformAddresses canvas(String hosting, @Nullable String site) {
		String environment = switch (hosting) {
			case "beta" -> "beta.";
			case "test" -> "test.";
			default -> "";
		};
		String issuer = "https://canvas." + environment + "instructure.com";
		String host = SELF_HOSTED.equals(hosting) ? String.valueOf(site)
				: "https://sso." + environment + "canvaslms.com";
		boolean elsewhere = site != null && !site.endsWith(".instructure.com");
		return new PlatformAddresses(issuer, host + "/api/lti/authorize_redirect", host + "/login/oauth2/token", NONE,
				host + "/api/lti/security/jwks", elsewhere ? Set.of(String.valueOf(site)) : Set.of());
	}

	static PlatformAddresses blackboard(String clientId, @Nullable String site) {
		String portal = "https://developer.blackboard.com/api/v1";
		boolean elsewhere = site != null && !site.endsWith(".blackboard.com");
		return new PlatformAddresses(BLACKBOARD, portal + "/gateway/oidcauth", portal + "/gateway/oauth2/jwttoken",
				NONE, portal + "/management/applications/" + clientId + "/jwks.json",
				elsewhere ? Set.of(String.valueOf(site)) : Set.of());
	}

	static PlatformAddresses brightspace(String site) {
		return new PlatformAddresses(site, site + "/d2l/lti/authenticate",
				"https://auth.brightspace.com/core/connect/token", "https://api.brightspace.com/auth/token",
				site + "/d2l/.well-known/jwks", Set.of());
	}

	/** The token endpoint ends in the number that Sakai gave the tool. */
	static PlatformAddresses sakai(String site, String number) {
		return new PlatformAddresses(site, site + "/imsoidc/lti13/oidc_auth", site + "/imsblis/lti13/token/" + number,
				NONE, site + "/imsblis/lti13/keyset", Set.of());
	}

}
