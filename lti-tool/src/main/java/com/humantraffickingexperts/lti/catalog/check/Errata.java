package com.humantraffickingexperts.lti.catalog.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.humantraffickingexperts.lti.catalog.release.Version;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** E001, E002, E003, E004: errata name questions, versions and right answers. */
final class Errata {

	private static final Set<String> CHOOSING = Set.of("single", "multiple", "true-false");

	/** What the schema lets pass; it tells of all else. */
	private static final Pattern RANGE = Pattern.compile("([<>]=?|=)[0-9.]+( ([<>]=?|=)[0-9.]+)*");

	private final ModuleChecks checks;

	private final String file;

	private final Map<String, Entry> questions;

	private Errata(ModuleChecks checks) {
		this.checks = checks;
		this.file = checks.source().folder() + "/" + ModuleSource.ERRATA_FILE;
		this.questions = checks.source()
			.questions()
			.stream()
			.collect(Collectors.toMap(Entry::id, Function.identity(), (one, other) -> one));
	}

	static void check(ModuleChecks checks) {
		Errata errata = new Errata(checks);
		Set<String> seen = new HashSet<>();
		for (YamlNode erratum : checks.source().errata()) {
			YamlNode id = erratum.get("question");
			Structure.reference(checks, errata.file, id, "question", errata.questions.keySet());
			if (!seen.add(id.string().orElse("") + " " + erratum.get("versions").string().orElse(""))) {
				checks.add(errata.file, id.line(), Rule.E002,
						"The question " + Quoted.of(id.string().orElse("")) + " is corrected twice for these versions.",
						"Keep one of them.");
			}
			errata.versions(erratum.get("versions"));
			errata.date(erratum.get("date"));
			if ("rekey".equals(erratum.get("action").string().orElse(""))) {
				errata.key(erratum);
			}
		}
	}

	/** Only what was released before can have been marked wrongly. */
	private void versions(YamlNode versions) {
		String range = versions.string().orElse("");
		String version = this.checks.source().module().get("version").string().orElse("");
		if (!RANGE.matcher(range).matches() || version.isEmpty()) {
			return;
		}
		Optional<Version> first = Version.first(range);
		if (first.isEmpty()) {
			this.checks.add(this.file, versions.line(), Rule.E001, "No version can be " + Quoted.of(range) + ".",
					"Write the first version and the one in which it was mended, as \">=1.2.0 <1.3.1\".");
		}
		else if (first.get().compareTo(Version.of(version)) >= 0) {
			this.checks.add(this.file, versions.line(), Rule.E001,
					Quoted.of(range) + " names no version before this one.",
					"Name those that were released with the fault.");
		}
	}

	private void date(YamlNode date) {
		try {
			date.string()
				.map(LocalDate::parse)
				.filter(this::toCome)
				.ifPresent((day) -> this.checks.add(this.file, date.line(), Rule.E001,
						Quoted.of(date.text()) + " is still to come.",
						"Write the day on which the correction was decided."));
		}
		catch (DateTimeParseException ex) {
			this.checks.add(this.file, date.line(), Rule.E001, Quoted.of(date.text()) + " is not a day.",
					"Write a date, as \"2026-05-20\".");
		}
	}

	private boolean toCome(LocalDate day) {
		LocalDate today = this.checks.today();
		return today != null && day.isAfter(today);
	}

	private void key(YamlNode erratum) {
		Entry question = this.questions.get(erratum.get("question").string().orElse(""));
		if (question == null) {
			return;
		}
		YamlNode key = erratum.get("key");
		String type = question.node().get("type").string().orElse("");
		if (key.isNothing()) {
			if (!this.checks.source().activeQuestions().contains(question)) {
				add(erratum, "The question is retired, so nothing tells what is right.",
						"Name the right options in key.");
			}
			return;
		}
		if (!CHOOSING.contains(type)) {
			add(key, "A key can be named only where options are chosen.",
					"Correct the question itself, and leave out key: its answers are marked as today's.");
			return;
		}
		List<String> options = "true-false".equals(type) ? List.of("true", "false")
				: question.node()
					.get("options")
					.items()
					.stream()
					.flatMap((option) -> option.get("id").string().stream())
					.toList();
		for (YamlNode id : key.items()) {
			Structure.reference(this.checks, this.file, id, "option", Set.copyOf(options));
		}
		if (!"multiple".equals(type) && key.items().size() > 1) {
			add(key, "Exactly one option of this question is right.", "Name one, or choose full-credit.");
		}
	}

	private void add(YamlNode node, String message, String remedy) {
		this.checks.add(this.file, node.line(), Rule.E004, message, remedy);
	}

}
