package com.humantraffickingexperts.lti.catalog.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** E001, E002: the module is called like its folder, and no id is used twice. */
final class Identity {

	private Identity() {
	}

	static void check(ModuleChecks checks) {
		ModuleSource source = checks.source();
		YamlNode id = source.module().get("id");
		if (id.string().isPresent() && !id.text().equals(source.folder())) {
			checks.add(id.line(), Rule.E001, "The module is called " + Quoted.of(id.text()) + ", but its folder "
					+ Quoted.of(source.folder()) + ".", "Let both be the same.");
		}
		if (id.string().filter(Shared.LIBRARY::equals).isPresent()) {
			checks.add(id.line(), Rule.E002, Quoted.of(Shared.LIBRARY) + " opens the resource library.",
					"Give the module an id of its own.");
		}
		unique(checks, "objective", in(source, "objectives"));
		unique(checks, "section", in(source, "structure"));
		unique(checks, "page", source.pages().stream().map((page) -> new Entry(page.file(), page.card())).toList());
		unique(checks, "question", source.questions());
		unique(checks, "assessment", source.assessments());
		unique(checks, "scenario", source.scenarios());
		for (Entry question : source.questions()) {
			Stream.of("options", "prompts", "choices", "items")
				.map(question.node()::get)
				.forEach((list) -> unique(checks, "entry of the question",
						list.items().stream().map((item) -> new Entry(question.file(), item)).toList()));
		}
		for (Entry scenario : source.scenarios()) {
			scenario.node()
				.get("nodes")
				.fields()
				.values()
				.forEach((scene) -> unique(checks, "choice of the scene",
						scene.get("choices")
							.items()
							.stream()
							.map((item) -> new Entry(scenario.file(), item))
							.toList()));
		}
	}

	private static List<Entry> in(ModuleSource source, String field) {
		return source.module().get(field).items().stream().map((node) -> new Entry(source.moduleFile(), node)).toList();
	}

	private static void unique(ModuleChecks checks, String kind, List<Entry> entries) {
		Map<String, Entry> known = new HashMap<>();
		for (Entry entry : entries) {
			Entry first = known.putIfAbsent(entry.id(), entry);
			if (first != null && !entry.id().isEmpty()) {
				checks.add(entry.file(), entry.node().get("id").line(), Rule.E002,
						"There is another " + kind + " " + Quoted.of(entry.id()) + " in " + first.file() + ", line "
								+ first.node().get("id").line() + ".",
						"Give this one an id of its own.");
			}
		}
	}

}
