package com.humantraffickingexperts.lti.grades;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses made from a platform's address, byte for byte: what the platform encoded is
 * neither decoded nor encoded again.
 */
final class ServiceAddress {

	private ServiceAddress() {
	}

	/**
	 * Where scores are sent: the path gets {@code /scores}, the query stays behind it.
	 * Moodle's line items all have a query.
	 */
	static URI scores(URI lineItem) {
		return below(lineItem, "scores");
	}

	/** Where results are read. */
	static URI results(URI lineItem) {
		return below(lineItem, "results");
	}

	/** The same address with one more query parameter. */
	static URI with(URI address, String name, String value) {
		String text = withoutFragment(address);
		String separator = (address.getRawQuery() == null) ? "?" : "&";
		return URI.create(text + separator + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
	}

	private static URI below(URI lineItem, String segment) {
		String text = withoutFragment(lineItem);
		int query = text.indexOf('?');
		String path = (query < 0) ? text : text.substring(0, query);
		while (path.endsWith("/")) {
			path = path.substring(0, path.length() - 1);
		}
		return URI.create(path + "/" + segment + ((query < 0) ? "" : text.substring(query)));
	}

	private static String withoutFragment(URI address) {
		String text = address.toString();
		int fragment = text.indexOf('#');
		return (fragment < 0) ? text : text.substring(0, fragment);
	}

}
