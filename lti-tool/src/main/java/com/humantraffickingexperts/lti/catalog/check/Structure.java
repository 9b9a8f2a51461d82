package com.humantraffickingexperts.lti.catalog.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** E002, E003: what the module names is there, and each page has one place. */
final class Structure {

	private Structure() {
	}

	static void check(ModuleChecks checks) {
		ModuleSource source = checks.source();
		YamlNode module = source.module();
		Map<String, Set<String>> known = Map.of("page",
				ids(source.pages(), (page) -> page.card().get("id").string().orElse("")), "assessment",
				ids(source.assessments(), Entry::id), "scenario", ids(source.scenarios(), Entry::id), "reflection",
				ids(source.activeQuestions().stream().filter(Questions::isReflection).toList(), Entry::id));
		Set<String> placed = new HashSet<>();
		for (YamlNode item : source.items()) {
			item.fields().forEach((kind, id) -> place(checks, known, placed, kind, id));
		}
		if (!source.module().isNothing()) {
			orphans(checks, placed);
		}
		for (YamlNode id : module.get("sources").items()) {
			reference(checks, checks.source().moduleFile(), id, "source", checks.shared().sources().keySet());
		}
		reference(checks, source.moduleFile(), module.get("safety").get("supportPanel"), "panel of helplines",
				checks.shared().helplines().keySet());
	}

	private static void place(ModuleChecks checks, Map<String, Set<String>> known, Set<String> placed, String kind,
			YamlNode id) {
		if (id.string().isEmpty() || !known.containsKey(kind)) {
			return;
		}
		reference(checks, checks.source().moduleFile(), id, kind, known.get(kind));
		if (!placed.add(kind + " " + id.text())) {
			checks.add(id.line(), Rule.E002, "The " + kind + " " + Quoted.of(id.text()) + " is here twice.",
					"Keep one of them.");
		}
	}

	private static void orphans(ModuleChecks checks, Set<String> placed) {
		Set<String> equivalents = Equivalents.of(checks.source());
		for (PageSource page : checks.source().pages()) {
			String id = page.card().get("id").string().orElse("");
			if (!id.isEmpty() && !placed.contains("page " + id) && !equivalents.contains(id)) {
				checks.add(page.file(), page.card().get("id").line(), Rule.E003,
						"The page " + Quoted.of(id) + " has no place in the module.",
						"Name it in the structure in module.yaml, or remove the file.");
			}
		}
	}

	static void reference(ModuleChecks checks, String file, YamlNode id, String kind, Set<String> known) {
		if (id.string().isPresent() && !known.contains(id.text())) {
			checks.add(file, id.line(), Rule.E003, "There is no " + kind + " " + Quoted.of(id.text()) + ".",
					"Add it, or correct the id.");
		}
	}

	private static <T> Set<String> ids(List<T> things, Function<T, String> id) {
		return things.stream().map(id).collect(Collectors.toSet());
	}

	static Set<String> objectives(ModuleSource source) {
		return objectivesOf(source).collect(Collectors.toSet());
	}

	private static Stream<String> objectivesOf(ModuleSource source) {
		return source.module()
			.get("objectives")
			.items()
			.stream()
			.flatMap((objective) -> objective.get("id").string().stream());
	}

}
