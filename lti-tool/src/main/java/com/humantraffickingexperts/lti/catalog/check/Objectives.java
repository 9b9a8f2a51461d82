package com.humantraffickingexperts.lti.catalog.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** E005: each objective is taught on a page and examined by a question. */
final class Objectives {

	private Objectives() {
	}

	static void check(ModuleChecks checks) {
		Set<String> taught = named(checks.source().pages().stream().map(PageSource::card));
		Set<String> examined = named(checks.source().activeQuestions().stream().map(Entry::node));
		for (YamlNode objective : checks.source().module().get("objectives").items()) {
			objective.get("id").string().ifPresent((id) -> {
				if (!taught.contains(id)) {
					checks.add(objective.get("id").line(), Rule.E005,
							"No page serves the objective " + Quoted.of(id) + ".",
							"Name it in the objectives of a page, or remove it.");
				}
				if (!examined.contains(id)) {
					checks.add(objective.get("id").line(), Rule.E005,
							"No question examines the objective " + Quoted.of(id) + ".",
							"Name it in the objectives of a question, or remove it.");
				}
			});
		}
	}

	private static Set<String> named(Stream<YamlNode> things) {
		return things.flatMap((thing) -> thing.get("objectives").texts().stream()).collect(Collectors.toSet());
	}

}
