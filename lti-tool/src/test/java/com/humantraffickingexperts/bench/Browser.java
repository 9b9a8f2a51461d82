package com.humantraffickingexperts.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A browser on one kept connection. Cookies go back to the paths for which they were set;
 * those that are {@code Secure} also over http, as browsers do on loopback addresses.
 */
final class Browser implements Closeable {

	private final String host;

	private final String moreHeaders;

	private final Connection connection;

	private final List<Cookie> cookies = new ArrayList<>();

	Browser(URI tool, List<String> moreHeaders) {
		this.host = tool.getAuthority();
		this.moreHeaders = moreHeaders.isEmpty() ? "" : String.join("\r\n", moreHeaders) + "\r\n";
		this.connection = new Connection(new InetSocketAddress(tool.getHost(), tool.getPort()));
	}

	/** A person who was never here: no cookies. */
	void forget() {
		this.cookies.clear();
	}

	Answer get(String path) throws IOException {
		return send("GET", path, null);
	}

	Answer post(String path, String form) throws IOException {
		return send("POST", path, form);
	}

	private Answer send(String method, String path, @Nullable String form) throws IOException {
		StringBuilder request = new StringBuilder(4096);
		request.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(this.host);
		request.append("\r\nAccept: text/html\r\nAccept-Language: en-GB\r\nUser-Agent: bench\r\n");
		request.append(this.moreHeaders);
		addCookies(request, path);
		if (form != null) {
			request.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ");
			request.append(form.length()).append("\r\n\r\n").append(form);
		}
		else {
			request.append("\r\n");
		}
		Answer answer = this.connection.send(request.toString());
		answer.headers().getOrDefault("set-cookie", List.of()).forEach(this::keep);
		return answer;
	}

	private void addCookies(StringBuilder request, String path) {
		String separator = "Cookie: ";
		for (Cookie cookie : this.cookies) {
			if (cookie.fits(path)) {
				request.append(separator).append(cookie.name()).append('=').append(cookie.value());
				separator = "; ";
			}
		}
		if (separator.length() == 2) {
			request.append("\r\n");
		}
	}

	private void keep(String header) {
		Cookie fresh = Cookie.parse(header);
		this.cookies.removeIf((old) -> old.name().equals(fresh.name()) && old.path().equals(fresh.path()));
		this.cookies.add(fresh);
	}

	@Override
	public void close() {
		this.connection.close();
	}

	private record Cookie(String name, String value, String path) {

		static Cookie parse(String header) {
			String[] parts = header.split(";", -1);
			int equals = parts[0].indexOf('=');
			String path = "/";
			for (String part : parts) {
				String attribute = part.strip();
				if (attribute.toLowerCase(Locale.ROOT).startsWith("path=")) {
					path = attribute.substring(5);
				}
			}
			return new Cookie(parts[0].substring(0, equals).strip(), parts[0].substring(equals + 1).strip(), path);
		}

		boolean fits(String requested) {
			return requested.startsWith(this.path)
					&& (this.path.endsWith("/") || requested.length() == this.path.length()
							|| "/?".indexOf(requested.charAt(this.path.length())) >= 0);
		}

	}

}
