package com.humantraffickingexperts.lti.catalog.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import com.humantraffickingexperts.lti.catalog.check.Shared.SourceEntry;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** W105, W110: what the law says was seen lately, and will be seen again. */
final class Freshness {

	private static final int MONTHS = 24;

	private static final int DAYS = 60;

	private final ModuleChecks checks;

	private final LocalDate today;

	private Freshness(ModuleChecks checks, LocalDate today) {
		this.checks = checks;
		this.today = today;
	}

	static void check(ModuleChecks checks) {
		LocalDate today = checks.today();
		if (today != null && !"withdrawn".equals(checks.source().module().get("status").string().orElse(""))) {
			Freshness freshness = new Freshness(checks, today);
			checks.source().pages().forEach((page) -> freshness.sources(page.file(), page.card()));
			checks.source()
				.activeQuestions()
				.forEach((question) -> freshness.sources(question.file(), question.node()));
			freshness.review();
		}
	}

	private void sources(String file, YamlNode text) {
		if (!text.get("lawSensitive").isTrue()) {
			return;
		}
		for (YamlNode id : text.get("sources").items()) {
			SourceEntry source = this.checks.shared().sources().get(id.string().orElse(""));
			Optional<LocalDate> checked = Optional.ofNullable(source)
				.flatMap((entry) -> Optional.ofNullable(entry.checked()))
				.flatMap(Freshness::day);
			if (checked.isPresent() && checked.get().isBefore(this.today.minusMonths(MONTHS))) {
				this.checks.add(file, id.line(), Rule.W105,
						"The source " + Quoted.of(id.text()) + " was last compared on " + checked.get() + ".",
						"Compare it again, and enter the day as checked in shared/sources.yaml.");
			}
			else if (source != null && checked.isEmpty() && approved()) {
				this.checks.add(file, id.line(), Rule.W105,
						"Nobody has compared the source " + Quoted.of(id.text()) + " with what is said here.",
						"Compare it, and enter the day as checked in shared/sources.yaml.");
			}
		}
	}

	private boolean approved() {
		return "approved".equals(this.checks.source().module().get("status").string().orElse(""));
	}

	private void review() {
		YamlNode review = this.checks.source().module().get("review");
		Optional<LocalDate> due = review.get("nextReviewDue").string().flatMap(Freshness::day);
		if (due.isPresent() && due.get().isBefore(this.today)) {
			this.checks.add(review.lineOf("nextReviewDue"), Rule.W110, "The review was due on " + due.get() + ".",
					"Have the module reviewed, then enter who did and when.");
		}
		else if (due.isPresent() && !due.get().isAfter(this.today.plusDays(DAYS))) {
			this.checks.add(review.lineOf("nextReviewDue"), Rule.W110,
					"The next review falls due on " + due.get() + ".", "Ask the reviewers now.");
		}
	}

	private static Optional<LocalDate> day(String text) {
		try {
			return Optional.of(LocalDate.parse(text));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
