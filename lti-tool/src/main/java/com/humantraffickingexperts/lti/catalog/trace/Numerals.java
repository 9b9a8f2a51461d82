package com.humantraffickingexperts.lti.catalog.trace;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers in digits and, up to ninety-nine, in words. */
final class Numerals {

	private static final List<String> SMALL = List.of("one", "two", "three", "four", "five", "six", "seven", "eight",
			"nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
			"nineteen");

	private static final List<String> TENS = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
			"ninety");

	private static final Map<String, Integer> WORDS = words();

	/** Matches what {@link #value} understands. */
	static final String PATTERN = "(?:\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|(?:" + String.join("|", TENS) + ")(?:-(?:"
			+ String.join("|", SMALL.subList(0, 9)) + "))?|" + String.join("|", SMALL.reversed()) + ")";

	private Numerals() {
	}

	static BigDecimal value(String numeral) {
		Integer word = WORDS.get(numeral.toLowerCase(Locale.ROOT));
		return (word != null) ? BigDecimal.valueOf(word) : new BigDecimal(numeral.replace(",", ""));
	}

	static String plain(BigDecimal value) {
		return value.stripTrailingZeros().toPlainString();
	}

	private static Map<String, Integer> words() {
		Map<String, Integer> words = new HashMap<>();
		for (int index = 0; index < SMALL.size(); index++) {
			words.put(SMALL.get(index), index + 1);
		}
		for (int index = 0; index < TENS.size(); index++) {
			int ten = 10 * (index + 2);
			words.put(TENS.get(index), ten);
			for (int unit = 1; unit <= 9; unit++) {
				words.put(TENS.get(index) + "-" + SMALL.get(unit - 1), ten + unit);
			}
		}
		return Map.copyOf(words);
	}

}
