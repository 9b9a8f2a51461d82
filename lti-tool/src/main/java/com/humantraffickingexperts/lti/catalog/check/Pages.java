package com.humantraffickingexperts.lti.catalog.check;

import java.util.Set;

import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** E003, E006, E016, E017: what pages name and say. */
final class Pages {

	private Pages() {
	}

	static void check(ModuleChecks checks) {
		References references = checks.shared().references(checks.source().language());
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
	}

}
