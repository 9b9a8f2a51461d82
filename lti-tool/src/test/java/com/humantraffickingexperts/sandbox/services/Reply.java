package com.humantraffickingexperts.sandbox.services;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

import com.humantraffickingexperts.sandbox.Json;

/**
 * A service's answer, to the letter.
 *
 * @param status the status
 * @param contentType the media type; null for none
 * @param headers other headers
 * @param body the body, may be empty
 */
public record Reply(int status, @Nullable String contentType, Map<String, String> headers, String body) {

	/** Plain JSON. */
	public static final String JSON = "application/json; charset=utf-8";

	/**
	 * A JSON answer.
	 * @param status the status
	 * @param contentType the media type
	 * @param value what to write
	 * @return the answer
	 */
	public static Reply json(int status, String contentType, Object value) {
		return new Reply(status, contentType, Map.of(), Json.write(value));
	}

	public static Reply json(int status, Object value) {
		return json(status, JSON, value);
	}

	public static Reply text(int status, String contentType, String body) {
		return new Reply(status, contentType, Map.of(), body);
	}

	public static Reply empty(int status) {
		return new Reply(status, null, Map.of(), "");
	}

	public Reply with(String header, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(header, value);
		return new Reply(this.status, this.contentType, more, this.body);
	}

	/**
	 * The answer in the form Spring sends it.
	 * @return the response entity
	 */
	public ResponseEntity<byte[]> toEntity() {
		HttpHeaders all = new HttpHeaders();
		this.headers.forEach(all::set);
		if (this.contentType != null) {
			all.set(HttpHeaders.CONTENT_TYPE, this.contentType);
		}
		return ResponseEntity.status(this.status).headers(all).body(this.body.getBytes(StandardCharsets.UTF_8));
	}

}
