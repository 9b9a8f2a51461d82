package com.humantraffickingexperts.lti.admin.entry;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Where a person wanted to go before the tool asked who they are. */
final class Then {

	private static final Pattern PAGE = Pattern.compile("/admin(/[A-Za-z0-9._~-]+)*");

	private Then() {
	}

	/**
	 * The page to open next.
	 * @param wanted what the request says, which may come from anybody
	 * @return a page of the console, never another place
	 */
	static String page(@Nullable String wanted) {
		boolean ours = wanted != null && PAGE.matcher(wanted).matches() && !wanted.contains("/..")
				&& !wanted.startsWith("/admin/sign-in") && !wanted.startsWith("/admin/proof");
		return (ours && wanted != null) ? wanted : "/admin";
	}

}
