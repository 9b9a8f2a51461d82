package com.humantraffickingexperts.lti.catalog.check;

import java.util.Optional;

import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** E003, E010: the module can be completed, and its grade comes from somewhere. */
final class Completion {

	private final ModuleChecks checks;

	private Completion(ModuleChecks checks) {
		this.checks = checks;
	}

	static void check(ModuleChecks checks) {
		Completion completion = new Completion(checks);
		checks.source()
			.module()
			.get("completion")
			.get("require")
			.items()
			.forEach((rule) -> rule.fields().forEach(completion::check));
		completion.grading(checks.source().module().get("grading"));
	}

	private void check(String rule, YamlNode value) {
		switch (rule) {
			case "pagesViewed" -> {
				if (this.checks.source().items().stream().allMatch((item) -> item.get("page").isNothing())) {
					unreachable(value, "Pages have to be read, but there are none.", "Add pages to the structure.");
				}
			}
			case "assessmentPassed" -> assessment(value).ifPresent((assessment) -> {
				placed("assessment", value);
				if (assessment.node().get("passMark").isNothing()) {
					unreachable(value, "The assessment " + Quoted.of(value.text()) + " has no pass mark.",
							"Give it a passMark.");
				}
			});
			case "scenarioReached" -> placed("scenario", value);
			case "reflectionSaved" -> placed("reflection", value);
			default -> {
			}
		}
	}

	private void grading(YamlNode grading) {
		YamlNode id = grading.get("assessment");
		assessment(id).ifPresent((assessment) -> {
			placed("assessment", id);
			if ("practice".equals(assessment.node().get("kind").string().orElse(""))) {
				unreachable(id, "The grade comes from " + Quoted.of(id.text()) + ", but a practice never counts.",
						"Make it kind: graded, or grade another assessment.");
			}
		});
	}

	private Optional<Entry> assessment(YamlNode id) {
		Optional<Entry> found = this.checks.source()
			.assessments()
			.stream()
			.filter((assessment) -> assessment.id().equals(id.string().orElse("")))
			.findFirst();
		if (found.isEmpty() && id.string().isPresent()) {
			this.checks.add(id.line(), Rule.E003, "There is no assessment " + Quoted.of(id.text()) + ".",
					"Add it to assessments.yaml, or correct the id.");
		}
		return found;
	}

	private void placed(String kind, YamlNode id) {
		if (id.string().isPresent() && this.checks.source()
			.items()
			.stream()
			.noneMatch((item) -> item.get(kind).string().equals(id.string()))) {
			unreachable(id, "The " + kind + " " + Quoted.of(id.text()) + " has no place in the module.",
					"Name it in the structure.");
		}
	}

	private void unreachable(YamlNode place, String message, String remedy) {
		this.checks.add(place.line(), Rule.E010, message, remedy);
	}

}
