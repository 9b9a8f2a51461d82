package com.humantraffickingexperts.lti.network;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One request to another server.
 *
 * @param method the HTTP method
 * @param uri the absolute http or https address, used exactly as given
 * @param headers headers by name
 * @param body the body, or null for none
 * @param deadline how long the whole exchange may take
 * @param maximumBytes how many bytes of the answer's body are accepted
 */
public record OutboundRequest(String method, URI uri, Map<String, String> headers, byte @Nullable [] body,
		Duration deadline, int maximumBytes) {

	private static final Duration DEADLINE = Duration.ofSeconds(10);

	private static final int MAXIMUM_BYTES = 4 * 1024 * 1024;

	public OutboundRequest {
		headers = Map.copyOf(headers);
	}

	/**
	 * A GET request with the usual limits.
	 * @param uri the address
	 * @param accept the media type asked for
	 * @return the request
	 */
	public static OutboundRequest get(URI uri, String accept) {
		return new OutboundRequest("GET", uri, Map.of("Accept", accept), null, DEADLINE, MAXIMUM_BYTES);
	}

	/**
	 * A request with a body and the usual limits.
	 * @param method the HTTP method
	 * @param uri the address
	 * @param contentType the media type of the body, sent exactly as given
	 * @param accept the media type asked for, sent exactly as given
	 * @param body the body
	 * @return the request
	 */
	public static OutboundRequest withBody(String method, URI uri, String contentType, String accept, byte[] body) {
		return new OutboundRequest(method, uri, Map.of("Content-Type", contentType, "Accept", accept), body, DEADLINE,
				MAXIMUM_BYTES);
	}

	/**
	 * The same request with one more header.
	 * @param name the header's name
	 * @param value the header's value
	 * @return a copy
	 */
	public OutboundRequest header(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new OutboundRequest(this.method, this.uri, more, this.body, this.deadline, this.maximumBytes);
	}

	/**
	 * The same request within other limits.
	 * @param deadline how long the whole exchange may take
	 * @param maximumBytes how many bytes of the answer's body are accepted
	 * @return a copy
	 */
	public OutboundRequest within(Duration deadline, int maximumBytes) {
		return new OutboundRequest(this.method, this.uri, this.headers, this.body, deadline, maximumBytes);
	}

}
