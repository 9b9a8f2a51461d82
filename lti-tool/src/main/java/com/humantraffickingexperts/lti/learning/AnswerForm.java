package com.humantraffickingexperts.lti.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.Entry;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Numeric;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.catalog.Question.ShortText;
import com.humantraffickingexperts.lti.catalog.Question.Walk;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * The fields of a question's form: {@code choice}, {@code pair-PROMPT},
 * {@code place-ITEM} and {@code text}.
 */
final class AnswerForm {

	static final String CHOICE = "choice";

	static final String PAIR = "pair-";

	static final String PLACE = "place-";

	static final String TEXT = "text";

	private AnswerForm() {
	}

	/**
	 * Reads an answer. What people can do is answered by a problem that they can mend;
	 * what only a changed form can send is refused.
	 * @param question the question
	 * @param fields what was sent
	 * @return the answer, or what is wrong with it
	 */
	static Reading read(Question question, Map<String, List<String>> fields) {
		return switch (question) {
			case Choosing choosing -> choices(choosing, fields.getOrDefault(CHOICE, List.of()));
			case Matching matching -> pairs(matching, fields);
			case Ordering ordering -> order(ordering, fields);
			case Numeric numeric -> number(numeric, text(fields));
			case ShortText words -> words(words, text(fields));
			case Walk _ -> throw new ToolError(WebErrorCode.BAD_REQUEST);
		};
	}

	/**
	 * The fields as they are when an answer was given.
	 * @param answer the answer; null when there is none
	 * @return the fields of the form
	 */
	static Map<String, List<String>> fields(@Nullable Answer answer) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		switch (answer) {
			case Answer.Choices choices -> fields.put(CHOICE, List.copyOf(choices.options()));
			case Answer.Pairs pairs ->
				pairs.pairs().forEach((prompt, choice) -> fields.put(PAIR + prompt, List.of(choice)));
			case Answer.Order order -> {
				for (String item : order.items()) {
					fields.put(PLACE + item, List.of(String.valueOf(order.items().indexOf(item) + 1)));
				}
			}
			case Answer.Typed typed -> fields.put(TEXT, List.of(typed.text()));
			case Answer.Way _ -> {
			}
			case null -> {
			}
		}
		return fields;
	}

	private static Reading choices(Choosing question, List<String> choice) {
		Set<String> chosen = new LinkedHashSet<>(choice);
		boolean several = question instanceof MultipleChoice;
		if (!question.options().stream().map(Option::id).toList().containsAll(chosen)
				|| (chosen.size() > 1 && !several)) {
			throw new ToolError(WebErrorCode.BAD_REQUEST);
		}
		return chosen.isEmpty() ? new Reading(null, several ? Problem.CHOOSE_SEVERAL : Problem.CHOOSE)
				: new Reading(new Answer.Choices(chosen), null);
	}

	private static Reading pairs(Matching question, Map<String, List<String>> fields) {
		List<String> choices = question.choices().stream().map(Entry::id).toList();
		Map<String, String> pairs = new TreeMap<>();
		for (Entry prompt : question.prompts()) {
			String choice = one(fields, PAIR + prompt.id());
			if (!choice.isEmpty()) {
				known(choices, choice);
				pairs.put(prompt.id(), choice);
			}
		}
		return (pairs.size() < question.prompts().size()) ? new Reading(null, Problem.MATCH)
				: new Reading(new Answer.Pairs(pairs), null);
	}

	private static Reading order(Ordering question, Map<String, List<String>> fields) {
		int places = question.items().size();
		@Nullable String[] order = new String[places];
		Set<String> taken = new HashSet<>();
		for (Entry item : question.items()) {
			String place = one(fields, PLACE + item.id());
			if (!place.isEmpty()) {
				known(places(places), place);
				order[Integer.parseInt(place) - 1] = item.id();
				taken.add(place);
			}
		}
		if (taken.size() < places) {
			return new Reading(null, Problem.ORDER);
		}
		List<String> items = new ArrayList<>();
		Arrays.stream(order).forEach((item) -> items.add(String.valueOf(item)));
		return new Reading(new Answer.Order(List.copyOf(items)), null);
	}

	static List<String> places(int number) {
		List<String> places = new ArrayList<>();
		for (int place = 1; place <= number; place++) {
			places.add(String.valueOf(place));
		}
		return places;
	}

	private static Reading number(Numeric question, String text) {
		return NumberText.parse(text, question.unit()).isEmpty() ? new Reading(null, Problem.NUMBER)
				: new Reading(new Answer.Typed(text), null);
	}

	private static Reading words(ShortText question, String text) {
		if (text.isEmpty()) {
			return new Reading(null, Problem.WORDS);
		}
		return (text.length() > question.maximumLength()) ? new Reading(null, Problem.TOO_LONG)
				: new Reading(new Answer.Typed(text), null);
	}

	private static String text(Map<String, List<String>> fields) {
		return one(fields, TEXT).strip();
	}

	static String one(Map<String, List<String>> fields, String name) {
		List<String> values = fields.getOrDefault(name, List.of());
		return values.isEmpty() ? "" : values.getFirst();
	}

	private static void known(List<String> ids, String id) {
		if (!ids.contains(id)) {
			throw new ToolError(WebErrorCode.BAD_REQUEST);
		}
	}

	/**
	 * What was read.
	 *
	 * @param answer the answer; null when something is wrong with it
	 * @param problem what is wrong; null when nothing is
	 */
	record Reading(@Nullable Answer answer, @Nullable Problem problem) {
	}

	/** What can be wrong with an answer. */
	enum Problem {

		CHOOSE, CHOOSE_SEVERAL, MATCH, ORDER, NUMBER, WORDS, TOO_LONG, DECIDE

	}

}
