package com.humantraffickingexperts.lti.conformance;

import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * The cases that this suite does not play, each with the reason
 * ({@code conformance/elsewhere.json}).
 */
final class Elsewhere {

	private static final JsonNode ALL = Json.resource("conformance/elsewhere.json");

	private Elsewhere() {
	}

	static boolean has(String id) {
		return ALL.has(id);
	}

	static Set<String> ids() {
		Set<String> ids = new TreeSet<>();
		ALL.properties().forEach((member) -> ids.add(member.getKey()));
		return ids;
	}

	static String reason(String id) {
		return ALL.path(id).stringValue();
	}

}
