package com.humantraffickingexperts.lti.admin.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.humantraffickingexperts.lti.admin.entry.AdminSessions;

/**
 * Where one is signed in, as the page shows it.
 *
 * @param id our name for the session
 * @param browser the browser's name, or empty when it is none that we know
 * @param system the operating system's name, or empty when it is none that we know
 * @param signedInAt since when
 * @param lastUsedAt when it was last used
 * @param current whether it is the one that asks
 */
record SessionView(String id, String browser, String system, Instant signedInAt, Instant lastUsedAt, boolean current) {

	/**
	 * In the order in which they have to be looked for: most browsers name others too.
	 */
	private static final List<Map.Entry<String, String>> BROWSERS = List.of(Map.entry("Edg/", "Edge"),
			Map.entry("OPR/", "Opera"), Map.entry("Firefox/", "Firefox"), Map.entry("Chrome/", "Chrome"),
			Map.entry("Safari/", "Safari"));

	private static final List<Map.Entry<String, String>> SYSTEMS = List.of(Map.entry("Android", "Android"),
			Map.entry("iPhone", "iPhone"), Map.entry("iPad", "iPad"), Map.entry("Windows", "Windows"),
			Map.entry("Mac OS X", "macOS"), Map.entry("CrOS", "ChromeOS"), Map.entry("Linux", "Linux"));

	static SessionView of(AdminSessions.SignedIn session) {
		return new SessionView(session.id(), named(session.browser(), BROWSERS), named(session.browser(), SYSTEMS),
				session.signedInAt(), session.lastUsedAt(), session.current());
	}

	private static String named(String agent, List<Map.Entry<String, String>> names) {
		return names.stream()
			.filter((name) -> agent.contains(name.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("");
	}

}
