package com.humantraffickingexperts.lti.catalog.markdown;

import java.net.URI;
import java.util.regex.Pattern;

/** Which addresses a text may lead to. */
public final class WebAddress {

	private static final Pattern MAIL = Pattern.compile("mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");

	private static final Pattern PHONE = Pattern.compile("tel:\\+?[0-9]{3,15}");

	private WebAddress() {
	}

	/**
	 * Whether a text may lead to an address.
	 * @param address any text
	 * @return true for https addresses, mail addresses and phone numbers
	 */
	public static boolean allowed(String address) {
		return MAIL.matcher(address).matches() || PHONE.matcher(address).matches() || secure(address);
	}

	static boolean secure(String address) {
		try {
			URI uri = URI.create(address);
			return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
