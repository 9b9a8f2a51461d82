package com.humantraffickingexperts.lti.network;

import java.util.Locale;

import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.jspecify.annotations.Nullable;

/** Which hosts are in the hands of one organisation. */
public final class Sites {

	private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

	private Sites() {
	}

	/**
	 * Whether two hosts belong to one registered domain, such as
	 * {@code lms.example.ac.uk} and {@code sso.example.ac.uk}. Addresses in numbers have
	 * no domain: they belong together only when they are equal.
	 * @param one a host
	 * @param other another host
	 * @return true when one organisation answers for both
	 */
	public static boolean same(String one, String other) {
		String first = one.toLowerCase(Locale.ROOT);
		String second = other.toLowerCase(Locale.ROOT);
		if (first.equals(second)) {
			return true;
		}
		String domain = domain(first);
		return domain != null && domain.equals(domain(second));
	}

	private static @Nullable String domain(String host) {
		boolean number = host.startsWith("[") || host.matches("[0-9.]+");
		return number ? null : SUFFIXES.getDomainRoot(host);
	}

}
