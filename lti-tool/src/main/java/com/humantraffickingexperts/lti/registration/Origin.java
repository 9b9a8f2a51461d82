package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Scheme, host and port of an address, as browsers compare them. */
public final class Origin {

	private static final String WILDCARD = "://*.";

	private Origin() {
	}

	/**
	 * The origin of an address.
	 * @param address an absolute http or https address
	 * @return for instance {@code https://lms.example}, without a default port; null when
	 * it has no such origin
	 */
	public static @Nullable String of(URI address) {
		String scheme = address.getScheme();
		if (address.getHost() == null || scheme == null) {
			return null;
		}
		String lowerScheme = scheme.toLowerCase(Locale.ROOT);
		if (!"https".equals(lowerScheme) && !"http".equals(lowerScheme)) {
			return null;
		}
		int standardPort = "https".equals(lowerScheme) ? 443 : 80;
		boolean standard = address.getPort() == -1 || address.getPort() == standardPort;
		return lowerScheme + "://" + address.getHost().toLowerCase(Locale.ROOT)
				+ (standard ? "" : ":" + address.getPort());
	}

	/**
	 * The origin of an address in a text.
	 * @param address what may be an address
	 * @return its origin; null when it has none
	 */
	public static @Nullable String of(String address) {
		try {
			return of(URI.create(address));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Whether an address lies at an origin.
	 * @param allowed an address whose origin counts, or a pattern such as
	 * {@code https://*.example.com}
	 * @param address the address in question
	 * @return true when the origins are equal or the pattern fits
	 */
	public static boolean matches(String allowed, URI address) {
		String origin = of(address);
		if (origin == null) {
			return false;
		}
		int wildcard = allowed.indexOf(WILDCARD);
		if (wildcard < 0) {
			return origin.equals(of(allowed));
		}
		String scheme = allowed.substring(0, wildcard) + "://";
		String suffix = allowed.substring(wildcard + WILDCARD.length() - 1).toLowerCase(Locale.ROOT);
		return origin.startsWith(scheme) && origin.endsWith(suffix)
				&& origin.length() > scheme.length() + suffix.length();
	}

}
