package com.humantraffickingexperts.lti.learning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An answer as it is stored: its kind and one text. Ids of questions, options, prompts
 * and items hold neither commas nor equals signs.
 *
 * @param kind which kind of answer
 * @param text the answer
 */
record StoredAnswer(Kind kind, String text) {

	private static final String SEPARATOR = ",";

	private static final String PAIR = "=";

	static StoredAnswer of(Answer answer) {
		return switch (answer) {
			case Answer.Choices choices ->
				new StoredAnswer(Kind.CHOICES, String.join(SEPARATOR, new TreeSet<>(choices.options())));
			case Answer.Pairs pairs -> new StoredAnswer(Kind.PAIRS,
					pairs.pairs()
						.entrySet()
						.stream()
						.map((pair) -> pair.getKey() + PAIR + pair.getValue())
						.collect(Collectors.joining(SEPARATOR)));
			case Answer.Order order -> new StoredAnswer(Kind.ORDER, String.join(SEPARATOR, order.items()));
			case Answer.Typed typed -> new StoredAnswer(Kind.TYPED, typed.text());
			case Answer.Way way -> new StoredAnswer(Kind.WAY, String.join(SEPARATOR, way.choices()));
		};
	}

	/**
	 * The answer that is stored.
	 * @param kind its kind; one that a newer version of the tool wrote is passed over
	 * @param text its text
	 * @return the answer, or empty when nothing was answered
	 */
	static Optional<Answer> answer(String kind, String text) {
		if (text.isEmpty()) {
			return Optional.empty();
		}
		return switch (kind) {
			case "CHOICES" -> Optional.of(new Answer.Choices(new LinkedHashSet<>(split(text))));
			case "PAIRS" -> Optional.of(new Answer.Pairs(pairs(text)));
			case "ORDER" -> Optional.of(new Answer.Order(split(text)));
			case "TYPED" -> Optional.of(new Answer.Typed(text));
			case "WAY" -> Optional.of(new Answer.Way(split(text)));
			default -> Optional.empty();
		};
	}

	static List<String> split(String list) {
		return list.isEmpty() ? List.of() : List.of(list.split(SEPARATOR));
	}

	private static Map<String, String> pairs(String text) {
		Map<String, String> pairs = new TreeMap<>();
		for (String pair : split(text)) {
			int middle = pair.indexOf(PAIR);
			pairs.put(pair.substring(0, middle), pair.substring(middle + 1));
		}
		return pairs;
	}

	/** Which kind of answer. */
	enum Kind {

		CHOICES, PAIRS, ORDER, TYPED, WAY

	}

}
