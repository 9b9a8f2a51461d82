package com.humantraffickingexperts.lti.catalog.check;

import java.util.Set;
import java.util.stream.Collectors;

import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** E003, E006, E016, E017: what pages name and say. */
final class Pages {

	private Pages() {
	}

	static void check(ModuleChecks checks) {
		References references = checks.shared().references(checks.source().language()).with(checks.source().shown());
		Set<String> objectives = Structure.objectives(checks.source());
		for (PageSource page : checks.source().pages()) {
			for (YamlNode objective : page.card().get("objectives").items()) {
				Structure.reference(checks, page.file(), objective, "objective", objectives);
			}
			for (YamlNode id : page.card().get("sources").items()) {
				Structure.reference(checks, page.file(), id, "source", checks.shared().sources().keySet());
			}
			page.body().check(page.file(), references, checks.findings());
		}
		unused(checks);
	}

	private static void unused(ModuleChecks checks) {
		Set<String> shown = checks.source()
			.pages()
			.stream()
			.flatMap((page) -> page.body().pictures().stream())
			.collect(Collectors.toSet());
		for (PictureSource picture : checks.source().pictures()) {
			if (!shown.contains(picture.name())) {
				checks.add(picture.file().path(), 1, Rule.W202, "No page shows this picture.",
						"Show it on a page as ![What it is about](../assets/" + picture.name() + "), or remove "
								+ Quoted.of(picture.name()) + ".");
			}
		}
	}

}
