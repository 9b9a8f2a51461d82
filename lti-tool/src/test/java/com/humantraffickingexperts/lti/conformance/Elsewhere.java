package com.humantraffickingexperts.lti.conformance;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/** The cases that a test class plays under their own names. */
	static Stream<String> provedBy(Class<?> test) {
		return ids().stream().filter((id) -> reason(id).contains(test.getSimpleName() + ","));
	}

	/** The names of the test classes that prove cases. */
	static Set<String> tests() {
		Pattern name = Pattern.compile("\\b[A-Z]\\w+Tests\\b");
		return ids().stream()
			.flatMap((id) -> name.matcher(reason(id)).results())
			.map(MatchResult::group)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	static String reason(String id) {
		return ALL.path(id).stringValue();
	}

}
