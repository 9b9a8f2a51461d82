package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Accepted;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.Entry;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Numeric;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.catalog.Question.ShortText;
import com.humantraffickingexperts.lti.catalog.Question.Walk;
import com.humantraffickingexperts.lti.catalog.Scenario;

/** Marks answers. Exact, and without any memory of when or by whom they were given. */
final class Marking {

	private Marking() {
	}

	/**
	 * Marks one answer.
	 * @param question the question
	 * @param answer the answer; null when it was not answered
	 * @return what the answer earned
	 */
	static Mark mark(Question question, @Nullable Answer answer) {
		Fraction share = switch (question) {
			case Choosing choosing when answer instanceof Answer.Choices given -> choices(choosing, given.options());
			case Matching matching when answer instanceof Answer.Pairs given -> pairs(matching, given.pairs());
			case Ordering ordering when answer instanceof Answer.Order given -> order(ordering, given.items());
			case Numeric numeric when answer instanceof Answer.Typed given -> number(numeric, given.text());
			case ShortText text when answer instanceof Answer.Typed given -> words(text, given.text());
			case Walk walk when answer instanceof Answer.Way given -> way(walk.scenario(), given.choices());
			default -> Fraction.ZERO;
		};
		return new Mark(share.times(question.points()), question.points());
	}

	static Set<String> rightOptions(Choosing question) {
		return question.options().stream().filter(Option::correct).map(Option::id).collect(Collectors.toSet());
	}

	private static Fraction choices(Choosing question, Set<String> chosen) {
		Set<String> right = rightOptions(question);
		boolean partial = question instanceof MultipleChoice multiple && multiple.partial();
		return partial ? partial(right, chosen) : allOrNothing(!right.isEmpty() && right.equals(chosen));
	}

	private static Fraction allOrNothing(boolean right) {
		return Fraction.of(right ? 1 : 0, 1);
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

	private static Fraction pairs(Matching question, Map<String, String> given) {
		int prompts = question.prompts().size();
		int right = (int) question.prompts()
			.stream()
			.map(Entry::id)
			.filter((prompt) -> Optional.ofNullable(given.get(prompt))
				.filter((choice) -> choice.equals(question.pairs().get(prompt)))
				.isPresent())
			.count();
		return question.partial() ? Fraction.of(right, prompts) : allOrNothing(right == prompts);
	}

	private static Fraction order(Ordering question, List<String> given) {
		List<String> right = question.items().stream().map(Entry::id).toList();
		if (!question.adjacent()) {
			return allOrNothing(right.equals(given));
		}
		// Items that are missing or named twice are no order, of which a part could be
		// right.
		if (given.size() != right.size() || !Set.copyOf(given).equals(Set.copyOf(right))) {
			return Fraction.ZERO;
		}
		int neighbours = 0;
		for (int index = 0; index + 1 < given.size(); index++) {
			if (right.indexOf(given.get(index)) + 1 == right.indexOf(given.get(index + 1))) {
				neighbours++;
			}
		}
		return Fraction.of(neighbours, right.size() - 1);
	}

	private static Fraction number(Numeric question, String typed) {
		return allOrNothing(NumberText.parse(typed, question.unit())
			.filter((number) -> number.compareTo(question.minimum()) >= 0 && number.compareTo(question.maximum()) <= 0)
			.isPresent());
	}

	private static Fraction words(ShortText question, String typed) {
		return question.accepted()
			.stream()
			.filter((accepted) -> Wording.matches(typed, accepted.text(), question.normalised()))
			.map(Accepted::score)
			.max(BigDecimal::compareTo)
			.map(Fraction::whole)
			.orElse(Fraction.ZERO);
	}

	/** A way that has not come to an end earns nothing yet. */
	private static Fraction way(Scenario scenario, List<String> choices) {
		BigDecimal best = scenario.bestPoints();
		Walked walked = Walked.of(scenario, choices);
		if (best.signum() <= 0 || !walked.ended()) {
			return Fraction.ZERO;
		}
		return Fraction.whole(walked.points().max(BigDecimal.ZERO)).over(best);
	}

}
