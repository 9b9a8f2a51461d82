package com.humantraffickingexperts.lti.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A person's browser: it reaches the tool at its public https address through a proxy
 * that ends TLS, keeps cookies as browsers do, and follows nothing by itself.
 */
final class Browser {

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(Duration.ofSeconds(10))
		.build();

	private int port;

	private final Clock clock;

	private final List<StoredCookie> cookies = new ArrayList<>();

	private boolean keepsCookies = true;

	Browser(int port, Clock clock) {
		this.port = port;
		this.clock = clock;
	}

	/** The same browser once more, with the same cookies from here on. */
	Browser copy() {
		Browser copy = new Browser(this.port, this.clock);
		copy.keepsCookies = this.keepsCookies;
		copy.cookies.addAll(cookies());
		return copy;
	}

	/** From now on the proxy leads to another node. */
	void goesTo(int otherPort) {
		this.port = otherPort;
	}

	/** A browser that stores nothing inside frames. */
	Browser withoutCookies() {
		this.keepsCookies = false;
		return this;
	}

	void forgetCookies() {
		this.cookies.clear();
	}

	List<StoredCookie> cookies() {
		return List.copyOf(this.cookies);
	}

	/** Changes the value of each cookie whose name begins so. */
	void tamperWithCookies(String prefix) {
		this.cookies.replaceAll((cookie) -> cookie.name().startsWith(prefix) ? cookie.withValue("tampered") : cookie);
	}

	Answer get(String address) {
		return send("GET", address, Map.of(), null);
	}

	Answer post(String address, Map<String, ? extends @Nullable Object> form) {
		return send("POST", address, Map.of("Content-Type", "application/x-www-form-urlencoded"), encoded(form));
	}

	Answer send(String method, String address, Map<String, String> headers, @Nullable String body) {
		URI uri = URI.create(address.startsWith("/") ? ToolUnderTest.BASE + address : address);
		if (!ToolUnderTest.BASE.equals(uri.getScheme() + "://" + uri.getRawAuthority())) {
			throw new AssertionError("The browser was led away from the tool, to " + address);
		}
		String path = uri.getRawPath() + ((uri.getRawQuery() == null) ? "" : "?" + uri.getRawQuery());
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(30))
			.method(method,
					(body == null) ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		headers.forEach(request::setHeader);
		String cookieHeader = cookiesFor(uri.getRawPath());
		if (!cookieHeader.isEmpty()) {
			request.setHeader("Cookie", cookieHeader);
		}
		try {
			HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
			List<StoredCookie> set = response.headers()
				.allValues("Set-Cookie")
				.stream()
				.map((text) -> StoredCookie.parse(text, this.clock.instant()))
				.toList();
			keep(set);
			return new Answer(response.statusCode(), response.headers().map(), response.body(), set);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sends a request byte by byte, with headers that no client would let through.
	 * @param method the HTTP method
	 * @param path the path and query
	 * @param headers further headers, with CRLF between them
	 * @param body the body
	 * @return the whole answer
	 */
	String raw(String method, String path, String headers, String body) {
		String request = method + " " + path + " HTTP/1.1\r\n" + headers + "\r\nContent-Length: " + body.length()
				+ "\r\nConnection: close\r\n\r\n" + body;
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String cookiesFor(String path) {
		synchronized (this.cookies) {
			return this.cookies.stream()
				.filter((cookie) -> cookie.reaches(path, this.clock.instant()))
				.map((cookie) -> cookie.name() + "=" + cookie.value())
				.collect(Collectors.joining("; "));
		}
	}

	private void keep(List<StoredCookie> set) {
		if (!this.keepsCookies) {
			return;
		}
		synchronized (this.cookies) {
			for (StoredCookie cookie : set) {
				this.cookies
					.removeIf((other) -> other.name().equals(cookie.name()) && other.path().equals(cookie.path()));
				if (cookie.acceptable()) {
					this.cookies.add(cookie);
				}
			}
		}
	}

	static String encoded(Map<String, ? extends @Nullable Object> form) {
		List<String> fields = new ArrayList<>();
		form.forEach((name, value) -> {
			if (value instanceof List<?> several) {
				several.forEach((one) -> fields.add(field(name, String.valueOf(one))));
			}
			else if (value != null) {
				fields.add(field(name, value.toString()));
			}
		});
		return String.join("&", fields);
	}

	private static String field(String name, String value) {
		return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/** What the tool answered. */
	record Answer(int status, Map<String, List<String>> headers, String body, List<StoredCookie> cookies) {

		@Nullable String header(String name) {
			return this.headers.entrySet()
				.stream()
				.filter((header) -> header.getKey().equalsIgnoreCase(name))
				.map((header) -> header.getValue().getFirst())
				.findFirst()
				.orElse(null);
		}

		String location() {
			String location = header("Location");
			if (location == null) {
				throw new AssertionError("No redirect: status " + this.status + "\n" + this.body);
			}
			return location;
		}

	}

	/**
	 * A cookie as a browser keeps it.
	 *
	 * @param name its name
	 * @param value its value
	 * @param path below which it is sent
	 * @param expires until when
	 * @param attributes its attributes in lower case, by name
	 */
	record StoredCookie(String name, String value, String path, Instant expires, Map<String, String> attributes) {

		static StoredCookie parse(String header, Instant now) {
			String[] parts = header.split(";\\s*");
			int equals = parts[0].indexOf('=');
			Map<String, String> attributes = List.of(parts)
				.subList(1, parts.length)
				.stream()
				.map((part) -> part.split("=", 2))
				.collect(Collectors.toMap((part) -> part[0].toLowerCase(Locale.ROOT),
						(part) -> (part.length > 1) ? part[1] : "", (one, other) -> other));
			String age = attributes.get("max-age");
			return new StoredCookie(parts[0].substring(0, equals), parts[0].substring(equals + 1),
					attributes.getOrDefault("path", "/"),
					(age == null) ? Instant.MAX : now.plusSeconds(Long.parseLong(age)), attributes);
		}

		StoredCookie withValue(String other) {
			return new StoredCookie(this.name, other, this.path, this.expires, this.attributes);
		}

		/** What the prefixes and {@code Partitioned} ask for, or the browser drops it. */
		boolean acceptable() {
			boolean secure = this.attributes.containsKey("secure");
			boolean host = !this.name.startsWith("__Host-")
					|| (secure && this.path.equals("/") && !this.attributes.containsKey("domain"));
			return host && (secure || !this.name.startsWith("__Secure-"))
					&& (secure || !this.attributes.containsKey("partitioned"));
		}

		boolean reaches(String requested, Instant now) {
			boolean below = requested.equals(this.path)
					|| requested.startsWith(this.path.endsWith("/") ? this.path : this.path + "/");
			return below && now.isBefore(this.expires);
		}

		Optional<String> attribute(String attribute) {
			return Optional.ofNullable(this.attributes.get(attribute.toLowerCase(Locale.ROOT)));
		}

	}

}
