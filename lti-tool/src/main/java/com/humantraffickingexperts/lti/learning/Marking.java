package com.humantraffickingexperts.lti.learning;

import java.util.Set;
import java.util.stream.Collectors;

import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.SingleChoice;
import com.humantraffickingexperts.lti.catalog.Question.TrueFalse;

/** Marks answers. Exact, and without any memory of when or by whom they were given. */
final class Marking {

	private Marking() {
	}

	/**
	 * Marks one answer.
	 * @param question the question
	 * @param chosen the ids of the chosen options; empty when it was not answered
	 * @return what the answer earned
	 */
	static Mark mark(Question question, Set<String> chosen) {
		Set<String> right = rightOptions(question);
		Fraction share = switch (question) {
			case SingleChoice _, TrueFalse _ -> allOrNothing(right, chosen);
			case MultipleChoice multiple -> multiple.partial() ? partial(right, chosen) : allOrNothing(right, chosen);
		};
		return new Mark(share.times(question.points()), question.points());
	}

	static Set<String> rightOptions(Question question) {
		return question.options().stream().filter(Option::correct).map(Option::id).collect(Collectors.toSet());
	}

	private static Fraction allOrNothing(Set<String> right, Set<String> chosen) {
		return Fraction.of((!right.isEmpty() && right.equals(chosen)) ? 1 : 0, 1);
	}

	/**
	 * Each wrong pick takes one right pick back, so that ticking everything earns
	 * nothing.
	 */
	private static Fraction partial(Set<String> right, Set<String> chosen) {
		if (right.isEmpty()) {
			return Fraction.ZERO;
		}
		int hits = (int) chosen.stream().filter(right::contains).count();
		int falsePicks = chosen.size() - hits;
		return Fraction.of(Math.max(0, hits - falsePicks), right.size());
	}

}
