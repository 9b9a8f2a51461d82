package com.humantraffickingexperts.lti.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.humantraffickingexperts.lti.catalog.Question;

/**
 * The answers of an open try, before they are handed in.
 *
 * @param check the check's title
 * @param language the language of the content
 * @param rows one for each question
 * @param missing how many questions are not answered
 * @param path where the answers are handed in
 * @param previous the last question
 */
record ReviewView(String check, String language, List<Row> rows, long missing, String path, String previous) {

	static ReviewView of(CheckVisit check, Try one, Map<String, Answer> answers) {
		List<Row> rows = new ArrayList<>();
		for (String id : one.questions()) {
			Question question = Objects.requireNonNull(check.visit().module().questions().get(id));
			rows.add(new Row(rows.size() + 1, Stem.of(question.stem()),
					AnswerWords.given(question, answers.get(id), one.seed()),
					check.questionPath(one, rows.size() + 1)));
		}
		return new ReviewView(check.assessment().title(), check.visit().module().language(), rows,
				rows.stream().filter((row) -> row.chosen().isEmpty()).count(), check.tryPath(one, "/submission"),
				check.questionPath(one, one.questions().size()));
	}

	/**
	 * A question and its answer.
	 *
	 * @param number which question, from 1
	 * @param stem what is asked
	 * @param chosen what was answered, as HTML; empty when nothing was
	 * @param path the question's page
	 */
	record Row(int number, Stem stem, List<String> chosen, String path) {
	}

}
