package com.humantraffickingexperts.lti.network;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What another server answered. A redirect is an answer too: it is never followed.
 *
 * @param status the HTTP status
 * @param reason the reason phrase, empty when there was none
 * @param headers headers by name, the case of which does not matter
 * @param body the body, empty when there was none
 */
public record OutboundAnswer(int status, String reason, Map<String, List<String>> headers, byte[] body) {

	public OutboundAnswer {
		Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		byName.putAll(headers);
		headers = byName;
	}

	/**
	 * The first value of a header.
	 * @param name the header's name
	 * @return its value, or null when the answer does not have it
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values == null || values.isEmpty()) ? null : values.getFirst();
	}

	/**
	 * The body as text.
	 * @return the body, read as UTF-8
	 */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/**
	 * Whether the request succeeded.
	 * @return true for any 2xx status
	 */
	public boolean successful() {
		return this.status >= 200 && this.status < 300;
	}

}
