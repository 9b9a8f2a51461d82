package com.humantraffickingexperts.sandbox.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;

import com.humantraffickingexperts.sandbox.Json;
import com.humantraffickingexperts.sandbox.faults.ServiceFilter;

/**
 * A call to a service.
 *
 * @param method the HTTP method
 * @param path the path
 * @param query the query parameters, decoded, each with its first value
 * @param accept the {@code Accept} header; may be empty
 * @param contentType the {@code Content-Type} header; may be empty
 * @param userAgent the {@code User-Agent} header; may be empty
 * @param bearer the access token; null when there is none
 * @param tokenTakenForExpired whether a fault says so
 * @param body the body
 */
public record ServiceCall(String method, String path, Map<String, String> query, String accept, String contentType,
		String userAgent, @Nullable String bearer, boolean tokenTakenForExpired, String body) {

	/**
	 * Reads a request.
	 * @param request the request
	 * @return the call
	 */
	public static ServiceCall of(HttpServletRequest request) {
		return new ServiceCall(request.getMethod(), request.getRequestURI(), query(request), header(request, "Accept"),
				header(request, "Content-Type"), header(request, "User-Agent"), bearer(request),
				request.getAttribute(ServiceFilter.EXPIRED_TOKEN) != null, body(request));
	}

	public Optional<String> parameter(String name) {
		return Optional.ofNullable(this.query.get(name)).filter((value) -> !value.isEmpty());
	}

	/**
	 * A number in the query.
	 * @param name the parameter
	 * @return the number, unless it is absent or not one
	 */
	public Optional<Integer> number(String name) {
		return parameter(name).filter((value) -> value.matches("\\d{1,9}")).map(Integer::valueOf);
	}

	/**
	 * Whether the body has a media type. Parameters such as the character set do not
	 * matter.
	 * @param mediaType the media type
	 * @return whether it has
	 */
	public boolean sends(String mediaType) {
		return this.contentType.split(";", 2)[0].strip().equalsIgnoreCase(mediaType);
	}

	/**
	 * Whether the caller can read a media type.
	 * @param mediaType the media type
	 * @return whether it is among those accepted
	 */
	public boolean accepts(String mediaType) {
		if (this.accept.isBlank()) {
			return true;
		}
		MediaType wanted = MediaType.parseMediaType(mediaType);
		try {
			return MediaType.parseMediaTypes(this.accept).stream().anyMatch((type) -> type.includes(wanted));
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	/**
	 * The body as a JSON object.
	 * @return its members, or null when it is not one
	 */
	public @Nullable Map<String, @Nullable Object> json() {
		return Json.readObject(this.body);
	}

	private static Map<String, String> query(HttpServletRequest request) {
		Map<String, String> query = new LinkedHashMap<>();
		UriComponentsBuilder.newInstance()
			.query(request.getQueryString())
			.build()
			.getQueryParams()
			.forEach((name, values) -> query.put(decoded(name),
					decoded(Objects.requireNonNullElse(values.getFirst(), ""))));
		return query;
	}

	private static String decoded(String text) {
		return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static @Nullable String bearer(HttpServletRequest request) {
		String header = header(request, "Authorization");
		return header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : null;
	}

	private static String header(HttpServletRequest request, String name) {
		return Objects.requireNonNullElse(request.getHeader(name), "");
	}

	private static String body(HttpServletRequest request) {
		try {
			return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new Refused(Reply.text(400, "text/plain", "The body cannot be read"));
		}
	}

}
