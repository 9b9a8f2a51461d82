package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads a number as people in this country write it: a point before decimals, commas or
 * spaces between thousands, perhaps a pound sign. What could mean two numbers, as 1,5
 * does, is none.
 */
final class NumberText {

	/** No answer to a question has so many characters. */
	static final int LONGEST = 40;

	private static final Pattern NUMBER = Pattern
		.compile("(?<sign>[+-]?) ?£? ?(?<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+"
				+ "|[0-9]{1,3}(?:'[0-9]{3})+|[0-9]*)(?:\\.(?<part>[0-9]+))?");

	private NumberText() {
	}

	/**
	 * Reads a number.
	 * @param typed what was typed
	 * @param unit the unit beside the field, which some type as well; or null
	 * @return the exact number, or empty when it is none
	 */
	static Optional<BigDecimal> parse(String typed, @Nullable String unit) {
		if (typed.length() > LONGEST) {
			return Optional.empty();
		}
		String text = withoutUnit(plain(typed), unit);
		Matcher number = NUMBER.matcher(text);
		if (!number.matches()) {
			return Optional.empty();
		}
		String whole = number.group("whole").replaceAll("[, ']", "");
		String part = number.group("part");
		if (whole.isEmpty() && part == null) {
			return Optional.empty();
		}
		String digits = (whole.isEmpty() ? "0" : whole) + ((part == null) ? "" : "." + part);
		return Optional.of(new BigDecimal("-".equals(number.group("sign")) ? "-" + digits : digits));
	}

	/** Digits, minus signs and spaces come in many shapes, above all from phones. */
	private static String plain(String typed) {
		StringBuilder plain = new StringBuilder();
		Normalizer.normalize(typed, Normalizer.Form.NFKC).codePoints().forEach((point) -> {
			if (Character.isDigit(point)) {
				plain.append(Character.digit(point, 10));
			}
			else if (point == '\u2212' || point == '\u2013' || point == '\u2010') {
				plain.append('-');
			}
			else if (point == '\u2019') {
				plain.append('\'');
			}
			else {
				plain.appendCodePoint(Character.isSpaceChar(point) ? ' ' : point);
			}
		});
		return plain.toString().strip();
	}

	private static String withoutUnit(String text, @Nullable String unit) {
		if (unit == null) {
			return text;
		}
		String plainUnit = plain(unit).toLowerCase(Locale.ROOT);
		return (!plainUnit.isEmpty() && text.toLowerCase(Locale.ROOT).endsWith(plainUnit)
				&& text.length() > plainUnit.length()) ? text.substring(0, text.length() - plainUnit.length()).strip()
						: text;
	}

}
