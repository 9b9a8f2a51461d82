package com.humantraffickingexperts.lti.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.Numeric;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.catalog.Question.ShortText;
import com.humantraffickingexperts.lti.catalog.Question.Walk;

/**
 * What stands in the fields of a question while a learner is still at it: it may be half
 * an answer.
 *
 * @param fields the fields that are filled in
 * @param answer the answer that they make; null when something is missing
 */
record AnswerDraft(Map<String, List<String>> fields, @Nullable Answer answer) {

	private static final String LINE = "\n";

	private static final String IS = "=";

	/**
	 * Reads a draft. What only a changed form can send is refused.
	 * @param question the question
	 * @param sent what was sent
	 * @return the draft
	 */
	static AnswerDraft of(Question question, Map<String, List<String>> sent) {
		AnswerForm.Reading reading = AnswerForm.read(question, sent);
		Map<String, List<String>> fields = new LinkedHashMap<>();
		for (String name : names(question)) {
			List<String> filled = sent.getOrDefault(name, List.of())
				.stream()
				.filter((value) -> !value.isBlank())
				.distinct()
				.limit(name.equals(AnswerForm.CHOICE) ? Long.MAX_VALUE : 1)
				.toList();
			if (!filled.isEmpty()) {
				fields.put(name, filled);
			}
		}
		return new AnswerDraft(fields, reading.answer());
	}

	private static List<String> names(Question question) {
		return switch (question) {
			case Choosing _ -> List.of(AnswerForm.CHOICE);
			case Matching matching ->
				matching.prompts().stream().map((prompt) -> AnswerForm.PAIR + prompt.id()).toList();
			case Ordering ordering -> ordering.items().stream().map((item) -> AnswerForm.PLACE + item.id()).toList();
			case Numeric _, ShortText _ -> List.of(AnswerForm.TEXT);
			case Walk _ -> List.of();
		};
	}

	/**
	 * Whether more was typed than the field takes.
	 * @param question the question
	 * @return true when no browser lets people type that much
	 */
	boolean tooLong(Question question) {
		int longest = switch (question) {
			case Numeric _ -> NumberText.LONGEST;
			case ShortText words -> words.maximumLength();
			default -> Integer.MAX_VALUE;
		};
		return AnswerForm.one(this.fields, AnswerForm.TEXT).length() > longest;
	}

	/**
	 * The draft as it is stored.
	 * @return a line for each value
	 */
	String text() {
		return this.fields.entrySet()
			.stream()
			.flatMap((field) -> field.getValue()
				.stream()
				.map((value) -> field.getKey() + IS + value.replaceAll("\\R", " ")))
			.collect(Collectors.joining(LINE));
	}

	/**
	 * The fields of a draft that is stored.
	 * @param text its text
	 * @return the fields of the form
	 */
	static Map<String, List<String>> fields(String text) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		for (String line : text.split(LINE)) {
			int middle = line.indexOf(IS);
			if (middle > 0) {
				fields.computeIfAbsent(line.substring(0, middle), (name) -> new ArrayList<>())
					.add(line.substring(middle + 1));
			}
		}
		return fields;
	}

}
