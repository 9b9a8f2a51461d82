package com.humantraffickingexperts.lti.web;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The public address of the tool. Every URL that the tool hands out starts with it,
 * whatever proxies stand before.
 *
 * @param baseUrl scheme, host and, where needed, port and path of the tool; no slash at
 * the end
 */
@ConfigurationProperties("htmse")
public record ToolAddress(@DefaultValue("http://localhost:8080") URI baseUrl) {

	public ToolAddress {
		String text = baseUrl.toString();
		while (text.endsWith("/")) {
			text = text.substring(0, text.length() - 1);
		}
		baseUrl = URI.create(text);
		if (baseUrl.getHost() == null || !baseUrl.getPath().isEmpty() || baseUrl.getQuery() != null
				|| baseUrl.getUserInfo() != null) {
			throw new IllegalArgumentException(
					"htmse.base-url must be an origin such as https://learn.example.org, not " + text);
		}
	}

	/**
	 * The absolute URL of one of the tool's own paths.
	 * @param path begins with a slash
	 * @return the URL that others outside may use
	 */
	public URI url(String path) {
		return URI.create(this.baseUrl + path);
	}

	/**
	 * The scheme, host and port of the tool, as browsers write an origin.
	 * @return for instance {@code https://learn.example.org}
	 */
	public String origin() {
		String port = (this.baseUrl.getPort() == -1) ? "" : ":" + this.baseUrl.getPort();
		return this.baseUrl.getScheme() + "://" + this.baseUrl.getHost() + port;
	}

	/**
	 * Whether people reach the tool over https.
	 * @return true for https
	 */
	public boolean secure() {
		return "https".equals(this.baseUrl.getScheme());
	}

}
