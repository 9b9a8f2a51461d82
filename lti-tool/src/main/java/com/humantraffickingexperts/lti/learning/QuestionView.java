package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;

/**
 * One question of an open try.
 *
 * @param check the check's title
 * @param language the language of the content
 * @param number which question, from 1
 * @param total how many questions the try has
 * @param stem what is asked
 * @param multiple whether several options may be chosen
 * @param choices what to choose from
 * @param immediate whether feedback follows at once
 * @param unanswered whether the form was sent without an answer
 * @param feedback what is said about the answer; null before it may be
 * @param path where the answer is sent
 * @param previous the question before, or null
 * @param next the question after, or the list of answers
 * @param last whether this is the last question
 */
record QuestionView(String check, String language, int number, int total, Stem stem, boolean multiple,
		List<Choice> choices, boolean immediate, boolean unanswered, @Nullable AnsweredView feedback, String path,
		@Nullable String previous, String next, boolean last) {

	static QuestionView of(CheckVisit check, Try one, int number, Question question, Set<String> chosen,
			boolean unanswered) {
		int total = one.questions().size();
		Disclosed disclosed = Disclosed.whileOpen(check.assessment(), !chosen.isEmpty());
		return new QuestionView(check.assessment().title(), check.visit().module().language(), number, total,
				Stem.of(question.stem()), question instanceof MultipleChoice,
				Paper.options(question, one.seed())
					.stream()
					.map((option) -> new Choice(option.id(), option.text(), chosen.contains(option.id())))
					.toList(),
				check.assessment().showFeedback() == Disclosure.IMMEDIATE, unanswered,
				disclosed.feedback() ? AnsweredView.of(number, question, one.seed(), chosen, disclosed) : null,
				check.questionPath(one, number), (number > 1) ? check.questionPath(one, number - 1) : null,
				after(check, one, number), number == total);
	}

	static String after(CheckVisit check, Try one, int number) {
		return (number < one.questions().size()) ? check.questionPath(one, number + 1) : check.tryPath(one, "/review");
	}

	/**
	 * Something to choose.
	 *
	 * @param id the option's id
	 * @param text its text, rendered
	 * @param chosen whether it is chosen now
	 */
	record Choice(String id, String text, boolean chosen) {
	}

}
