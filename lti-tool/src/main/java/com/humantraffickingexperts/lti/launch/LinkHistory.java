package com.humantraffickingexperts.lti.launch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.humantraffickingexperts.lti.launch.claims.CustomParameter;
import com.humantraffickingexperts.lti.launch.claims.LaunchMessage;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Reads from where an activity and its course were copied: comma-separated, URL-encoded
 * ids, the nearest first. A platform that does not know the variable sends it back as it
 * is.
 *
 * @see <a href="https://www.imsglobal.org/spec/lti/v1p3/#lti-resourcelink-variables">LTI
 * Core 1.3, LTI resource link variables</a>
 */
final class LinkHistory {

	/** A copy of a copy of a copy: what lies further back is not looked for. */
	private static final int LONGEST = 50;

	private LinkHistory() {
	}

	/** The ids of the links of which the link of a message is a copy. */
	static List<String> links(LaunchMessage message, RegistrationId registration) {
		return ids(message, CustomParameter.LINK_HISTORY)
			.map((id) -> ResourceLinkId.of(registration, message.deploymentId(), id).value())
			.toList();
	}

	/** The ids of the contexts of which the context of a message is a copy. */
	static List<String> contexts(LaunchMessage message, RegistrationId registration) {
		return ids(message, CustomParameter.CONTEXT_HISTORY)
			.map((id) -> ContextId.of(registration, message.deploymentId(), id).value())
			.toList();
	}

	private static Stream<String> ids(LaunchMessage message, String parameter) {
		String history = message.custom().getOrDefault(parameter, "");
		if (message.resourceLink() == null || history.startsWith("$")) {
			return Stream.empty();
		}
		return Stream.of(history.split(","))
			.map(String::strip)
			.filter((id) -> !id.isEmpty())
			.limit(LONGEST)
			.map(LinkHistory::decoded);
	}

	private static String decoded(String id) {
		try {
			return URLDecoder.decode(id, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return id;
		}
	}

}
