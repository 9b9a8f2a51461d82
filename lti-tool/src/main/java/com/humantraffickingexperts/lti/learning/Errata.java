package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.SingleChoice;
import com.humantraffickingexperts.lti.catalog.Question.TrueFalse;
import com.humantraffickingexperts.lti.catalog.Upkeep.Action;
import com.humantraffickingexperts.lti.catalog.Upkeep.Erratum;
import com.humantraffickingexperts.lti.database.Ids;

/**
 * What the errata of a module's newest release make of marks under earlier ones. Each is
 * applied where it helps, and only there: nobody pays for a fault that was not theirs.
 *
 * @param newest the module as the catalogue has it
 */
record Errata(CoursePackage newest) {

	/**
	 * Our name for an erratum. Other words for the same reason leave it the same.
	 */
	static String id(CoursePackage module, Erratum erratum) {
		return Ids.derived("erratum", module.id(), erratum.question(), erratum.versions(), erratum.action().name(),
				String.join(",", erratum.key()));
	}

	/** Whether an erratum is about a release. The newest one has no fault to correct. */
	boolean covers(Erratum erratum, String version) {
		return !this.newest.version().equals(version) && erratum.covers(version);
	}

	/** The errata about a try. */
	List<Erratum> about(Try one) {
		return this.newest.upkeep()
			.errata()
			.stream()
			.filter((erratum) -> one.questions().contains(erratum.question()) && covers(erratum, one.moduleVersion()))
			.toList();
	}

	/**
	 * Applies errata one after the other.
	 * @param marks the marks as they were given
	 * @param answers the answers
	 * @param errata the errata about the try
	 * @param applied the names of those that were applied before, which come first
	 * @param passMark the percentage needed to pass
	 * @return one step for each erratum
	 */
	List<Step> steps(Map<Question, Mark> marks, Map<String, Answer> answers, List<Erratum> errata,
			Collection<String> applied, BigDecimal passMark) {
		List<Step> steps = new ArrayList<>();
		Map<Question, Mark> now = marks;
		Result before = Result.of(now.values(), passMark);
		for (Erratum erratum : inOrder(errata, marks, applied)) {
			Map<Question, Mark> corrected = corrected(erratum, now, answers);
			Result after = Result.of(corrected.values(), passMark);
			if (after.percent().compareTo(before.percent()) <= 0) {
				steps.add(new Step(erratum, before, before));
				continue;
			}
			steps.add(new Step(erratum, before, after));
			now = corrected;
			before = after;
		}
		return steps;
	}

	/**
	 * Points are given before questions are dropped, and of those the worst answered are
	 * dropped first: in this order each learner gets the most.
	 */
	private List<Erratum> inOrder(List<Erratum> errata, Map<Question, Mark> marks, Collection<String> applied) {
		Comparator<Erratum> appliedFirst = Comparator
			.comparing((erratum) -> !applied.contains(id(this.newest, erratum)));
		return errata.stream()
			.sorted(appliedFirst.thenComparing((erratum) -> erratum.action() == Action.DROP)
				.thenComparing((erratum) -> share(erratum, marks)))
			.toList();
	}

	private static BigDecimal share(Erratum erratum, Map<Question, Mark> marks) {
		return marks.entrySet()
			.stream()
			.filter((entry) -> erratum.action() == Action.DROP && entry.getKey().id().equals(erratum.question()))
			.map((entry) -> Result.of(List.of(entry.getValue()), BigDecimal.ZERO).percent())
			.findFirst()
			.orElse(BigDecimal.ZERO);
	}

	/**
	 * The marks to show of a try whose result was raised.
	 * @param marks the marks under the release in which it is shown
	 * @param answers the answers
	 * @param corrections what was corrected
	 * @return the marks that make up the result
	 */
	Map<Question, Mark> shown(Map<Question, Mark> marks, Map<String, Answer> answers, List<Correction> corrections) {
		List<String> raised = corrections.stream().filter(Correction::raised).map(Correction::erratum).toList();
		Map<Question, Mark> shown = marks;
		for (Erratum erratum : this.newest.upkeep().errata()) {
			if (raised.contains(id(this.newest, erratum))) {
				shown = corrected(erratum, shown, answers);
			}
		}
		return shown;
	}

	private Map<Question, Mark> corrected(Erratum erratum, Map<Question, Mark> marks, Map<String, Answer> answers) {
		Map<Question, Mark> corrected = new LinkedHashMap<>();
		marks.forEach((question, mark) -> {
			if (!question.id().equals(erratum.question())) {
				corrected.put(question, mark);
				return;
			}
			switch (erratum.action()) {
				case DROP -> {
				}
				case FULL_CREDIT -> corrected.put(question, new Mark(Fraction.whole(mark.maximum()), mark.maximum()));
				case REKEY -> {
					Question right = right(erratum, question);
					corrected.put((right instanceof Choosing && !erratum.key().isEmpty()) ? right : question,
							(right == null) ? mark : better(mark, right, answers.get(question.id())));
				}
			}
		});
		return corrected;
	}

	/**
	 * Whoever gave the answer that was called right keeps the points for it. The points
	 * are those of the question as it was asked.
	 */
	private static Mark better(Mark mark, Question right, @Nullable Answer answer) {
		Fraction earned = Marking.mark(right, answer).earned().over(right.points()).times(mark.maximum());
		return earned.above(mark.earned()) ? new Mark(earned, mark.maximum()) : mark;
	}

	private @Nullable Question right(Erratum erratum, Question asked) {
		if (erratum.key().isEmpty()) {
			return this.newest.questions().get(asked.id());
		}
		return (asked instanceof Choosing choosing) ? keyed(choosing, Set.copyOf(erratum.key())) : null;
	}

	private static Question keyed(Choosing asked, Set<String> key) {
		List<Option> options = asked.options()
			.stream()
			.map((option) -> new Option(option.id(), option.text(), key.contains(option.id()), option.feedback()))
			.toList();
		return switch (asked) {
			case SingleChoice one -> new SingleChoice(one.id(), one.stem(), one.points(), one.objectives(),
					one.sources(), one.feedback(), options, one.shuffle());
			case MultipleChoice one -> new MultipleChoice(one.id(), one.stem(), one.points(), one.objectives(),
					one.sources(), one.feedback(), options, one.shuffle(), one.partial());
			case TrueFalse one -> new TrueFalse(one.id(), one.stem(), one.points(), one.objectives(), one.sources(),
					one.feedback(), options);
		};
	}

	/**
	 * What one erratum does.
	 *
	 * @param erratum the erratum
	 * @param before the result before it
	 * @param after the result afterwards; the same where the erratum does not help
	 */
	record Step(Erratum erratum, Result before, Result after) {
	}

}
