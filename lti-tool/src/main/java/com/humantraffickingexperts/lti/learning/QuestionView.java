package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Walk;

/**
 * One question of an open try.
 *
 * @param check the check's title
 * @param language the language of the content
 * @param number which question, from 1
 * @param total how many questions the try has
 * @param stem what is asked
 * @param fields how it is answered
 * @param walk where the learner is in a scenario; null for other questions
 * @param immediate whether feedback follows at once
 * @param problem what is wrong with what was sent; null when nothing is
 * @param feedback what is said about the answer; null before it may be
 * @param path where the answer is sent
 * @param previous the question before, or null
 * @param next the question after, or the list of answers
 * @param last whether this is the last question
 */
record QuestionView(String check, String language, int number, int total, Stem stem, QuestionFields fields,
		@Nullable WalkView walk, boolean immediate, AnswerForm.@Nullable Problem problem,
		@Nullable AnsweredView feedback, String path, @Nullable String previous, String next, boolean last) {

	static QuestionView of(CheckVisit check, Try one, int number, Question question, @Nullable Answer answer,
			Map<String, List<String>> filled, AnswerForm.@Nullable Problem problem) {
		int total = one.questions().size();
		Disclosed disclosed = Disclosed.whileOpen(check.assessment(), Answer.complete(question, answer));
		return new QuestionView(check.assessment().title(), check.visit().module().language(), number, total,
				Stem.of(question.stem()), QuestionFields.of(question, one.seed(), filled),
				(question instanceof Walk walk) ? walk(check, walk, answer) : null,
				check.assessment().showFeedback() == Disclosure.IMMEDIATE, problem,
				disclosed.feedback() ? AnsweredView.of(number, question, one.seed(), answer, disclosed) : null,
				check.questionPath(one, number), (number > 1) ? check.questionPath(one, number - 1) : null,
				after(check, one, number), number == total);
	}

	private static WalkView walk(CheckVisit check, Walk walk, @Nullable Answer answer) {
		List<String> way = (answer instanceof Answer.Way known) ? known.choices() : List.of();
		return WalkView.of(Walked.of(walk.scenario(), way), 0, check.walksAgain());
	}

	static String after(CheckVisit check, Try one, int number) {
		return (number < one.questions().size()) ? check.questionPath(one, number + 1) : check.tryPath(one, "/review");
	}

}
