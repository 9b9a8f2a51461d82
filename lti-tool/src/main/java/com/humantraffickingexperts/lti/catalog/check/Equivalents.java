package com.humantraffickingexperts.lti.catalog.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * E018: a page that may be read instead of one that may distress teaches the same, and
 * does not distress.
 */
final class Equivalents {

	private Equivalents() {
	}

	/**
	 * The pages that stand in for others, and so have no place of their own.
	 * @param source the module
	 * @return ids of pages
	 */
	static Set<String> of(ModuleSource source) {
		return source.pages()
			.stream()
			.flatMap((page) -> page.card().get("instead").string().stream())
			.collect(Collectors.toSet());
	}

	static void check(ModuleChecks checks) {
		ModuleSource source = checks.source();
		Map<String, PageSource> pages = source.pages()
			.stream()
			.collect(Collectors.toMap((page) -> page.card().get("id").string().orElse(""), Function.identity(),
					(one, other) -> one));
		Set<String> placed = source.items()
			.stream()
			.flatMap((item) -> item.get("page").string().stream())
			.collect(Collectors.toSet());
		for (PageSource page : source.pages()) {
			YamlNode id = page.card().get("instead");
			if (id.string().isEmpty()) {
				continue;
			}
			Structure.reference(checks, page.file(), id, "page", pages.keySet());
			if (page.card().get("contentWarnings").items().isEmpty()) {
				add(checks, page, id,
						"Another page may be read instead of this one, but nothing says what may distress here.",
						"Add contentWarnings with a note, or remove instead.");
			}
			PageSource other = pages.get(id.text());
			if (other != null) {
				check(checks, page, other, id, placed);
			}
		}
	}

	private static void check(ModuleChecks checks, PageSource page, PageSource other, YamlNode id, Set<String> placed) {
		if (placed.contains(id.text())) {
			add(checks, page, id, "The page " + Quoted.of(id.text()) + " has a place of its own in the module.",
					"Remove it from the structure: who reads it instead has read this page.");
		}
		if (!other.card().get("contentWarnings").items().isEmpty() || !other.card().get("instead").isNothing()) {
			add(checks, page, id, "The page " + Quoted.of(id.text()) + " may distress, too.",
					"Name one without contentWarnings and without a page instead.");
		}
		Set<String> missing = new HashSet<>(objectives(page));
		missing.removeAll(objectives(other));
		if (!missing.isEmpty()) {
			add(checks, page, id, "The page " + Quoted.of(id.text()) + " does not serve the same objectives.",
					"Let it serve " + String.join(", ", missing) + ", too.");
		}
	}

	private static List<String> objectives(PageSource page) {
		return page.card().get("objectives").texts();
	}

	private static void add(ModuleChecks checks, PageSource page, YamlNode id, String message, String remedy) {
		checks.add(page.file(), id.line(), Rule.E018, message, remedy);
	}

}
