package com.humantraffickingexperts.lti.catalog.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * E001, E007, E008: dates exist, an approval is earned, and the version has its entry.
 */
final class Release {

	private static final Pattern TO_VERIFY = Pattern.compile("\\bVERIFY\\b");

	private static final int MONTHS = 12;

	private final ModuleChecks checks;

	private final YamlNode module;

	private Release(ModuleChecks checks) {
		this.checks = checks;
		this.module = checks.source().module();
	}

	static void check(ModuleChecks checks) {
		if (!checks.source().module().isNothing()) {
			new Release(checks).run();
		}
	}

	private void run() {
		Optional<LocalDate> law = date(this.module.get("lawStatedAsAt"));
		Optional<LocalDate> last = date(this.module.get("review").get("lastReviewed"));
		Optional<LocalDate> next = date(this.module.get("review").get("nextReviewDue"));
		if ("approved".equals(this.module.get("status").string().orElse(""))) {
			reviewed(last, next);
			nothingToVerify();
			LocalDate today = this.checks.today();
			if (today != null) {
				upToDate(today, law, last);
			}
		}
		changeLog();
	}

	private void reviewed(Optional<LocalDate> last, Optional<LocalDate> next) {
		YamlNode review = this.module.get("review");
		boolean approved = review.get("reviewers")
			.items()
			.stream()
			.anyMatch((reviewer) -> "legal".equals(reviewer.get("scope").string().orElse(""))
					&& "approved".equals(reviewer.get("outcome").string().orElse("")));
		if (!approved) {
			early(this.module.lineOf("review"), "No legal reviewer has approved the module.",
					"Enter who did and when, or set the status to in-review.");
		}
		if (last.isEmpty() || next.isEmpty()) {
			early(this.module.lineOf("review"), "The dates of the last and the next review are missing.",
					"Enter both.");
		}
		else if (next.get().isAfter(last.get().plusMonths(MONTHS))) {
			early(review.lineOf("nextReviewDue"), "The next review is more than " + MONTHS + " months after the last.",
					"Set an earlier day.");
		}
	}

	private void upToDate(LocalDate today, Optional<LocalDate> law, Optional<LocalDate> last) {
		if (law.isPresent() && law.get().isAfter(today)) {
			early(this.module.lineOf("lawStatedAsAt"), "The law is stated as at a day that is still to come.",
					"Write the last day on which it was as stated.");
		}
		if (last.isPresent() && last.get().isBefore(today.minusMonths(MONTHS))) {
			early(this.module.get("review").lineOf("lastReviewed"),
					"The last review is more than " + MONTHS + " months ago.", "Have the module reviewed again.");
		}
	}

	private void nothingToVerify() {
		for (PageSource page : this.checks.source().pages()) {
			for (int line : page.body().notesToAuthors()) {
				this.checks.add(page.file(), line, Rule.E007, "There is something left to verify.",
						"Answer it, then remove the box.");
			}
		}
		for (SourceFile file : this.checks.source().files()) {
			if (!file.path().endsWith("/CHANGELOG.md")) {
				file.text(new Findings()).ifPresent((text) -> wordLeft(file.path(), text));
			}
		}
	}

	private void wordLeft(String path, String text) {
		String[] lines = text.split("\n", -1);
		for (int index = 0; index < lines.length; index++) {
			if (TO_VERIFY.matcher(lines[index]).find()) {
				this.checks.add(path, index + 1, Rule.E007, "The word VERIFY is left.",
						"Verify it, then remove the word.");
			}
		}
	}

	private void changeLog() {
		String version = this.module.get("version").string().orElse("");
		String path = this.checks.source().folder() + "/CHANGELOG.md";
		Optional<SourceFile> log = this.checks.source()
			.files()
			.stream()
			.filter((file) -> file.path().equals(path))
			.findFirst();
		if (log.isEmpty()) {
			this.checks.add(path, 1, Rule.E008, "The module has no CHANGELOG.md.",
					"Write one that tells what changed.");
			return;
		}
		Pattern heading = Pattern.compile("(?m)^#+[ \\t]+\\[?" + Pattern.quote(version) + "\\]?([ \\t].*)?$");
		Optional<String> text = log.get().text(this.checks.findings());
		if (!version.isEmpty() && text.isPresent() && !heading.matcher(text.get()).find()) {
			this.checks.add(path, 1, Rule.E008, "There is no entry for the version " + Quoted.of(version) + ".",
					"Add a heading with the version, and say what changed.");
		}
	}

	private Optional<LocalDate> date(YamlNode node) {
		try {
			return node.string().map(LocalDate::parse);
		}
		catch (DateTimeParseException ex) {
			this.checks.add(node.line(), Rule.E001, Quoted.of(node.text()) + " is not a day.",
					"Write a date, as \"2026-05-20\".");
			return Optional.empty();
		}
	}

	private void early(int line, String message, String remedy) {
		this.checks.add(line, Rule.E007, message, remedy);
	}

}
