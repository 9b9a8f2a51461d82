package com.humantraffickingexperts.lti.platform;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One request to a service of a platform.
 *
 * @param access in whose name
 * @param scopes the scopes of which at least one is needed; those that are offered are
 * asked for
 * @param method the HTTP method
 * @param uri the address, sent exactly as given: never decoded, never encoded again
 * @param accept the one media type asked for, or null to send no {@code Accept} header
 * @param contentType the media type of the body, sent exactly as given; null without a
 * body
 * @param body the body, or null for none
 */
public record PlatformRequest(ServiceAccess access, Set<String> scopes, String method, URI uri, @Nullable String accept,
		@Nullable String contentType, byte @Nullable [] body) {

	public PlatformRequest {
		scopes = Set.copyOf(scopes);
	}

	/**
	 * A request that reads.
	 * @param access in whose name
	 * @param scopes the scopes of which at least one is needed
	 * @param uri the address
	 * @param accept the one media type asked for
	 * @return the request
	 */
	public static PlatformRequest get(ServiceAccess access, Set<String> scopes, URI uri, String accept) {
		return new PlatformRequest(access, scopes, "GET", uri, accept, null, null);
	}

	/**
	 * A request that sends. It has no {@code Accept} header: Moodle compares that header
	 * with the one type it makes, and no platform needs it.
	 * @param access in whose name
	 * @param scopes the scopes of which at least one is needed
	 * @param uri the address
	 * @param contentType the media type of the body
	 * @param body the body; JSON has to be compact, since Moodle 4.5 answers 200 to a
	 * refused score whose JSON has a line break
	 * @return the request
	 */
	public static PlatformRequest post(ServiceAccess access, Set<String> scopes, URI uri, String contentType,
			byte[] body) {
		return new PlatformRequest(access, scopes, "POST", uri, null, contentType, body);
	}

	/** Without the body and the address, which can name a person. */
	@Override
	public String toString() {
		return "PlatformRequest[" + this.method + " " + this.access.registration().id() + "]";
	}

}
