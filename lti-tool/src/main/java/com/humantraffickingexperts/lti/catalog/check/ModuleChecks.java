package com.humantraffickingexperts.lti.catalog.check;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;

/**
 * A module under examination.
 *
 * @param source the module
 * @param shared what it has in common with others
 * @param today the day of a release; null when nothing is released, but a released module
 * is read: a module does not vanish from a running tool on the day on which its review
 * falls due
 * @param findings takes what is wrong
 */
record ModuleChecks(ModuleSource source, Shared shared, @Nullable LocalDate today, Findings findings) {

	private static final List<Consumer<ModuleChecks>> RULES = List.of(Identity::check, Structure::check, Pages::check,
			Equivalents::check, Questions::check, Objectives::check, Draws::check, Completion::check, Scenarios::check,
			Errata::check, Release::check, Wording::check, QuestionHabits::check, Freshness::check);

	void run() {
		RULES.forEach((rule) -> rule.accept(this));
	}

	void add(String file, int line, Rule rule, String message, String remedy) {
		this.findings.add(file, line, rule, message, remedy);
	}

	/** Adds a finding about {@code module.yaml}. */
	void add(int line, Rule rule, String message, String remedy) {
		add(this.source.moduleFile(), line, rule, message, remedy);
	}

}
