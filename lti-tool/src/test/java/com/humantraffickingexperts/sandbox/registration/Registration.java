package com.humantraffickingexperts.sandbox.registration;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A tool this platform trusts.
 *
 * @param clientId its name here
 * @param deploymentId the one deployment it has
 * @param name what people see
 * @param loginUri where launches begin
 * @param redirectUris where messages may be sent
 * @param targetLinkUri where a link leads that has no address of its own
 * @param deepLinkingUri where choosing content leads
 * @param jwksUri its public keys
 * @param scopes the service scopes it may ask for
 * @param custom custom parameters of every launch
 * @param claims the claims about people it asked for
 * @param active whether an administrator has switched it on
 */
public record Registration(String clientId, String deploymentId, String name, String loginUri,
		List<String> redirectUris, String targetLinkUri, String deepLinkingUri, String jwksUri, List<String> scopes,
		Map<String, String> custom, List<String> claims, boolean active) {

	/** The claims about people that a tool can ask for. */
	public static final List<String> PERSONAL_CLAIMS = List.of("iss", "sub", "name", "given_name", "family_name",
			"email", "locale");

	/**
	 * The origin its pages speak from.
	 * @return scheme, host and port
	 */
	public String origin() {
		URI uri = URI.create(this.targetLinkUri);
		return uri.getScheme() + "://" + uri.getAuthority();
	}

	public boolean sends(String claim) {
		return this.claims.contains(claim);
	}

	Registration switched(boolean on) {
		return new Registration(this.clientId, this.deploymentId, this.name, this.loginUri, this.redirectUris,
				this.targetLinkUri, this.deepLinkingUri, this.jwksUri, this.scopes, this.custom, this.claims, on);
	}

}
