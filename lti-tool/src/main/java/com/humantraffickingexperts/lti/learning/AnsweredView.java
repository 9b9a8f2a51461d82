package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.Feedback;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;

/**
 * A question with the learner's answer and what may be said about it.
 *
 * @param number which question of the try, from 1
 * @param stem what was asked
 * @param answered whether anything was chosen
 * @param verdict how good the answer is; null when that is not shown
 * @param raised whether it counts for more than that, because the question had been
 * marked wrongly
 * @param options the options; with right ones marked only when they may be shown
 * @param lines the answer to a question without options; with what is right only when it
 * may be shown
 * @param numbered whether the order of the lines is the answer
 * @param key the right answer, where lines do not tell it; empty when it is not shown
 * @param texts what is said about the answer, rendered; empty when that is not shown
 * @param sources what the answer relies on; empty when feedback is not shown
 */
record AnsweredView(int number, Stem stem, boolean answered, Mark.@Nullable Verdict verdict, boolean raised,
		List<Shown> options, List<AnswerWords.Line> lines, boolean numbered, List<String> key, List<String> texts,
		List<Source> sources) {

	static AnsweredView of(int number, Question question, long seed, @Nullable Answer answer, Disclosed disclosed) {
		return of(number, question, seed, answer, Marking.mark(question, answer), disclosed);
	}

	static AnsweredView of(int number, Question question, long seed, @Nullable Answer answer, Mark mark,
			Disclosed disclosed) {
		Mark own = Marking.mark(question, answer);
		Mark.Verdict verdict = own.verdict();
		boolean key = disclosed.correct() && verdict != Mark.Verdict.RIGHT;
		Set<String> chosen = (answer instanceof Answer.Choices choices) ? choices.options() : Set.of();
		List<Option> options = (question instanceof Choosing choosing) ? Paper.options(choosing, seed) : List.of();
		return new AnsweredView(number, Stem.of(question.stem()), Answer.complete(question, answer),
				disclosed.feedback() ? verdict : null, disclosed.feedback() && mark.earned().above(own.earned()),
				options.stream()
					.map((option) -> new Shown(option.text(), chosen.contains(option.id()),
							disclosed.correct() && option.correct()))
					.toList(),
				AnswerWords.lines(question, answer, disclosed.correct()), question instanceof Ordering,
				key ? AnswerWords.key(question) : List.of(),
				disclosed.feedback() ? texts(question.feedback(), verdict, options, chosen) : List.of(),
				disclosed.feedback() ? question.sources() : List.of());
	}

	private static List<String> texts(Feedback feedback, Mark.Verdict verdict, List<Option> options,
			Set<String> chosen) {
		String byVerdict = (verdict == Mark.Verdict.RIGHT) ? feedback.correct() : feedback.incorrect();
		Stream<@Nullable String> byChoice = options.stream()
			.filter((option) -> chosen.contains(option.id()))
			.map(Option::feedback);
		return Stream
			.of(Stream.ofNullable(byVerdict), byChoice.flatMap(Stream::ofNullable), Stream.of(feedback.general()))
			.flatMap((texts) -> texts)
			.filter((text) -> !text.isBlank())
			.distinct()
			.toList();
	}

	/**
	 * An option.
	 *
	 * @param text its text, rendered
	 * @param chosen whether the learner chose it
	 * @param right whether it is marked as right
	 */
	record Shown(String text, boolean chosen, boolean right) {
	}

}
