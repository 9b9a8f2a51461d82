package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Accepted;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.Entry;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.Numeric;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.catalog.Question.ShortText;
import com.humantraffickingexperts.lti.catalog.Question.Walk;

/**
 * Answers in words. All texts are HTML: those of the catalogue as it rendered them, those
 * that were typed escaped.
 */
final class AnswerWords {

	private static final Pattern TAG = Pattern.compile("<[^>]*>");

	private AnswerWords() {
	}

	/**
	 * What was answered.
	 * @param question the question
	 * @param answer the answer; null when there is none
	 * @param seed the seed of the try
	 * @return lines of HTML; empty when nothing was answered
	 */
	static List<String> given(Question question, @Nullable Answer answer, long seed) {
		if (!Answer.complete(question, answer)) {
			return List.of();
		}
		if (question instanceof Choosing choosing && answer instanceof Answer.Choices chosen) {
			return Paper.options(choosing, seed)
				.stream()
				.filter((option) -> chosen.options().contains(option.id()))
				.map(Question.Option::text)
				.toList();
		}
		return lines(question, answer, false).stream()
			.map((line) -> line.prompt().isEmpty() ? line.given() : line.prompt() + " \u2013 " + line.given())
			.toList();
	}

	/**
	 * What was answered to a question without options, line by line.
	 * @param question the question
	 * @param answer the answer; null when there is none
	 * @param key whether the right answer may be shown
	 * @return the lines; empty for questions with options
	 */
	static List<Line> lines(Question question, @Nullable Answer answer, boolean key) {
		return switch (question) {
			case Matching matching ->
				pairs(matching, (answer instanceof Answer.Pairs pairs) ? pairs.pairs() : Map.of(), key);
			case Ordering ordering when answer instanceof Answer.Order order -> {
				Map<String, String> texts = texts(ordering.items());
				yield order.items()
					.stream()
					.filter(texts::containsKey)
					.map((item) -> Line.of(texts.get(item)))
					.toList();
			}
			case Numeric numeric when answer instanceof Answer.Typed typed ->
				List.of(Line.of(number(numeric, HtmlUtils.htmlEscape(typed.text(), "UTF-8"))));
			case ShortText _ when answer instanceof Answer.Typed typed ->
				List.of(Line.of(HtmlUtils.htmlEscape(typed.text(), "UTF-8")));
			case Walk walk when answer instanceof Answer.Way way -> Walked.of(walk.scenario(), way.choices())
				.steps()
				.stream()
				.map((step) -> Line.of(step.choice().text()))
				.toList();
			default -> List.of();
		};
	}

	/**
	 * The right answer, where it is not said beside what was answered.
	 * @param question the question
	 * @return lines of HTML
	 */
	static List<String> key(Question question) {
		return switch (question) {
			case Ordering ordering -> ordering.items().stream().map(Entry::text).toList();
			case Numeric numeric -> List.of(number(numeric, range(numeric)));
			case ShortText text -> text.accepted()
				.stream()
				.filter((accepted) -> accepted.score().compareTo(BigDecimal.ONE) == 0)
				.map(Accepted::text)
				.map((words) -> HtmlUtils.htmlEscape(words.replace("*", "\u2026"), "UTF-8"))
				.limit(1)
				.toList();
			default -> List.of();
		};
	}

	/**
	 * The words of a text, for places where there can be no tags.
	 * @param html a text of the catalogue
	 * @return plain text
	 */
	static String plain(String html) {
		return HtmlUtils.htmlUnescape(TAG.matcher(html).replaceAll(""));
	}

	private static List<Line> pairs(Matching question, Map<String, String> given, boolean key) {
		Map<String, String> texts = texts(question.choices());
		List<Line> lines = new ArrayList<>();
		for (Entry prompt : question.prompts()) {
			String choice = given.get(prompt.id());
			String right = Objects.requireNonNull(question.pairs().get(prompt.id()));
			lines.add(new Line(prompt.text(), (choice == null) ? "" : texts.getOrDefault(choice, ""),
					key && right.equals(choice), (key && !right.equals(choice)) ? texts.get(right) : null));
		}
		return lines;
	}

	private static Map<String, String> texts(List<Entry> entries) {
		return entries.stream().collect(Collectors.toMap(Entry::id, Entry::text, (first, second) -> first));
	}

	private static String range(Numeric question) {
		Function<BigDecimal, String> words = (number) -> Result.plain(number).toPlainString();
		return (question.minimum().compareTo(question.maximum()) == 0) ? words.apply(question.minimum())
				: words.apply(question.minimum()) + " \u2013 " + words.apply(question.maximum());
	}

	private static String number(Numeric question, String html) {
		String unit = question.unit();
		if (unit == null) {
			return html;
		}
		String shown = HtmlUtils.htmlEscape(unit, "UTF-8");
		return unitFirst(unit) ? shown + html : html + " " + shown;
	}

	static boolean unitFirst(@Nullable String unit) {
		return "£".equals(unit) || "€".equals(unit) || "$".equals(unit);
	}

	/**
	 * A part of an answer.
	 *
	 * @param prompt for what it was answered; empty when for the question itself
	 * @param given what was answered; empty when nothing was
	 * @param matched whether it is marked as right
	 * @param right what is right instead; null when that is not shown or not needed
	 */
	record Line(String prompt, String given, boolean matched, @Nullable String right) {

		static Line of(@Nullable String given) {
			return new Line("", Objects.requireNonNullElse(given, ""), false, null);
		}

	}

}
