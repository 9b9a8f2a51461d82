package com.humantraffickingexperts.lti.learning;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Draw;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.Entry;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.database.Ids;

/**
 * Which questions a try asks and in which order, by its seed alone: the same seed gives
 * the same paper on every device, on every node and after every restart.
 * <p>
 * Each candidate gets a number made of the seed and its own id, and the numbers decide.
 * So an option that is added later does not move the others, which a shuffled list could
 * not promise.
 */
final class Paper {

	private Paper() {
	}

	/**
	 * Draws the questions of a try.
	 * @param module the module
	 * @param assessment one of its assessments
	 * @param seed the seed of the try
	 * @return ids of questions that the module has, each once, in the order to ask them
	 */
	static List<String> draw(CoursePackage module, Assessment assessment, long seed) {
		List<String> drawn = new ArrayList<>();
		for (Draw draw : assessment.draws()) {
			List<String> left = draw.pool()
				.stream()
				.filter((id) -> module.questions().containsKey(id) && !drawn.contains(id))
				.distinct()
				.toList();
			List<String> chosen = shuffled(left, (id) -> id, seed, "draw").stream().limit(draw.count()).toList();
			// In the order of the source; whether that order varies is decided below.
			left.stream().filter(chosen::contains).forEach(drawn::add);
		}
		return assessment.shuffleQuestions() ? shuffled(drawn, (id) -> id, seed, "order") : List.copyOf(drawn);
	}

	/**
	 * The options of a question as a try shows them.
	 * @param question the question
	 * @param seed the seed of the try
	 * @return all options of the question
	 */
	static List<Option> options(Choosing question, long seed) {
		return question.shuffle() ? shuffled(question.options(), Option::id, seed, question.id()) : question.options();
	}

	/**
	 * The choices of a question as a try shows them.
	 * @param question the question
	 * @param seed the seed of the try
	 * @return all choices of the question
	 */
	static List<Entry> choices(Matching question, long seed) {
		return question.shuffle() ? shuffled(question.choices(), Entry::id, seed, question.id()) : question.choices();
	}

	/**
	 * The items of a question as a try shows them before they are put into order.
	 * @param question the question
	 * @param seed the seed of the try
	 * @return all items of the question
	 */
	static List<Entry> items(Ordering question, long seed) {
		return shuffled(question.items(), Entry::id, seed, question.id());
	}

	private static <T> List<T> shuffled(List<T> things, Function<T, String> id, long seed, String purpose) {
		String seedText = Long.toString(seed);
		return things.stream()
			.sorted(Comparator.comparingLong((thing) -> number(seedText, purpose, id.apply(thing))))
			.toList();
	}

	private static long number(String seed, String purpose, String id) {
		byte[] digest = HexFormat.of().parseHex(Ids.derived("paper", seed, purpose, id));
		return ByteBuffer.wrap(digest).getLong();
	}

}
