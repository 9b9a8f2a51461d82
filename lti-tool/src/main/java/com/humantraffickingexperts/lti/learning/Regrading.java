package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Upkeep.Erratum;
import com.humantraffickingexperts.lti.learning.Errata.Step;

/**
 * Marks tries again where the newest release of their module has an erratum about them. A
 * result only ever rises, and each erratum is applied to a try once.
 */
@Component
class Regrading {

	private final Catalog catalog;

	private final JdbcTries tries;

	private final JdbcRegrades regrades;

	private final Clock clock;

	Regrading(Catalog catalog, JdbcTries tries, JdbcRegrades regrades, Clock clock) {
		this.catalog = catalog;
		this.tries = tries;
		this.regrades = regrades;
		this.clock = clock;
	}

	/**
	 * Marks a try again. Has to run in a transaction that has locked the attempt.
	 * @param release the module as it was when the try was taken
	 * @param one a try that was handed in
	 * @return what raised its result; empty when nothing did
	 */
	List<Correction> regrade(CoursePackage release, Try one) {
		Errata errata = errata(release.id()).orElse(null);
		Assessment assessment = release.assessment(one.assessment()).orElse(null);
		Result stored = one.result();
		if (errata == null || assessment == null || stored == null
				|| !release.questions().keySet().containsAll(one.questions())) {
			return List.of();
		}
		List<Erratum> about = errata.about(one);
		if (about.isEmpty()) {
			return List.of();
		}
		List<String> before = this.regrades.of(one).stream().map(Correction::erratum).toList();
		Map<String, Answer> answers = this.tries.answers(one.id());
		List<Step> steps = errata.steps(marks(release, one, answers), answers, about, before, assessment.passMark());
		Instant now = this.clock.instant();
		List<Correction> raised = new ArrayList<>();
		for (Step step : steps) {
			Correction correction = correction(errata, step, stored, now);
			if (!before.contains(correction.erratum())) {
				this.regrades.add(one, correction);
				if (correction.raised()) {
					raised.add(correction);
				}
			}
		}
		Result result = steps.getLast().after();
		if (!raised.isEmpty()) {
			this.tries.raise(one.id(), new Result(result.earned(), result.maximum(), result.percent(),
					stored.passed() || result.passed()));
		}
		return raised;
	}

	private static Correction correction(Errata errata, Step step, Result stored, Instant now) {
		BigDecimal least = stored.percent();
		return new Correction(Errata.id(errata.newest(), step.erratum()), step.erratum().question(),
				step.erratum().reason(), least.max(step.before().percent()), least.max(step.after().percent()), now);
	}

	/** What raised the result of a try, in the order in which it did. */
	List<Correction> corrections(Try one) {
		return this.regrades.of(one).stream().filter(Correction::raised).toList();
	}

	/**
	 * The marks of a try as they make up its result.
	 * @param module the module in which the try is shown
	 * @param one a try that was handed in
	 * @param answers its answers
	 * @param corrections what raised its result
	 * @return marks by question, in the order of the try
	 */
	Map<Question, Mark> marks(CoursePackage module, Try one, Map<String, Answer> answers,
			List<Correction> corrections) {
		Map<Question, Mark> marks = marks(module, one, answers);
		return corrections.isEmpty() ? marks
				: errata(module.id()).map((errata) -> errata.shown(marks, answers, corrections)).orElse(marks);
	}

	/** Why results were raised, in the words of the module. */
	static String reasons(List<Correction> corrections) {
		return corrections.stream().map(Correction::reason).distinct().collect(Collectors.joining(" "));
	}

	private Optional<Errata> errata(String module) {
		return this.catalog.find(module).filter(CoursePackage::offered).map(Errata::new);
	}

	private static Map<Question, Mark> marks(CoursePackage module, Try one, Map<String, Answer> answers) {
		Map<Question, Mark> marks = new LinkedHashMap<>();
		one.questions()
			.stream()
			.map(module.questions()::get)
			.filter(Objects::nonNull)
			.forEach((question) -> marks.put(question, Marking.mark(question, answers.get(question.id()))));
		return marks;
	}

}
