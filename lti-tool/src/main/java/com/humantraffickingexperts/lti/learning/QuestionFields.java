package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.Entry;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Numeric;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.catalog.Question.ShortText;
import com.humantraffickingexperts.lti.catalog.Question.Walk;

/**
 * How a question is answered: its fields, filled with what was answered or sent. Holds
 * nothing of what is right.
 *
 * @param kind which kind of fields
 * @param options what to choose from, for a set of options or for each line
 * @param lines the prompts or items to which something is chosen
 * @param text what is typed
 * @param unit what a number counts; null when the question says it all
 * @param unitFirst whether the unit stands before the number
 * @param maximumLength how much can be typed
 */
record QuestionFields(Kind kind, List<Choice> options, List<Line> lines, String text, @Nullable String unit,
		boolean unitFirst, int maximumLength) {

	static QuestionFields of(Question question, long seed, Map<String, List<String>> fields) {
		return switch (question) {
			case Choosing choosing -> choices(choosing, seed, fields.getOrDefault(AnswerForm.CHOICE, List.of()));
			case Matching matching -> pairs(matching, seed, fields);
			case Ordering ordering -> order(ordering, seed, fields);
			case Numeric numeric ->
				new QuestionFields(Kind.NUMBER, List.of(), List.of(), AnswerForm.one(fields, AnswerForm.TEXT),
						numeric.unit(), AnswerWords.unitFirst(numeric.unit()), NumberText.LONGEST);
			case ShortText words -> new QuestionFields(Kind.WORDS, List.of(), List.of(),
					AnswerForm.one(fields, AnswerForm.TEXT), null, false, words.maximumLength());
			case Walk _ -> new QuestionFields(Kind.WALK, List.of(), List.of(), "", null, false, 0);
		};
	}

	private static QuestionFields choices(Choosing question, long seed, List<String> chosen) {
		return new QuestionFields((question instanceof MultipleChoice) ? Kind.SEVERAL : Kind.ONE,
				Paper.options(question, seed)
					.stream()
					.map((option) -> new Choice(option.id(), option.text(), chosen.contains(option.id())))
					.toList(),
				List.of(), "", null, false, 0);
	}

	private static QuestionFields pairs(Matching question, long seed, Map<String, List<String>> fields) {
		List<Entry> choices = Paper.choices(question, seed);
		List<Line> lines = question.prompts().stream().map((prompt) -> {
			String name = AnswerForm.PAIR + prompt.id();
			String chosen = AnswerForm.one(fields, name);
			return new Line(name, prompt.text(),
					choices.stream()
						.map((choice) -> new Choice(choice.id(),
								letter(choices.indexOf(choice)) + ". " + AnswerWords.plain(choice.text()),
								choice.id().equals(chosen)))
						.toList());
		}).toList();
		return new QuestionFields(Kind.MATCH,
				choices.stream().map((choice) -> new Choice(choice.id(), choice.text(), false)).toList(), lines, "",
				null, false, 0);
	}

	private static QuestionFields order(Ordering question, long seed, Map<String, List<String>> fields) {
		List<Line> lines = Paper.items(question, seed).stream().map((item) -> {
			String name = AnswerForm.PLACE + item.id();
			String chosen = AnswerForm.one(fields, name);
			return new Line(name, item.text(),
					AnswerForm.places(question.items().size())
						.stream()
						.map((place) -> new Choice(place, place, place.equals(chosen)))
						.toList());
		}).toList();
		return new QuestionFields(Kind.ORDER, List.of(), lines, "", null, false, 0);
	}

	private static char letter(int index) {
		return (char) ('A' + index);
	}

	/** Which kind of fields. */
	enum Kind {

		ONE, SEVERAL, MATCH, ORDER, NUMBER, WORDS, WALK

	}

	/**
	 * Something to choose.
	 *
	 * @param id its id
	 * @param text its text: HTML beside a box, plain text in a list that folds out
	 * @param chosen whether it is chosen now
	 */
	record Choice(String id, String text, boolean chosen) {
	}

	/**
	 * A line to which something is chosen.
	 *
	 * @param name the name of the field
	 * @param text what the line says, rendered
	 * @param choices what can be chosen
	 */
	record Line(String name, String text, List<Choice> choices) {
	}

}
