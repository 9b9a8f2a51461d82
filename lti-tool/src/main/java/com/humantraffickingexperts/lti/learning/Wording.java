package com.humantraffickingexperts.lti.learning;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Compares words that were typed with words that are accepted, in which {@code *} stands
 * for anything, also for nothing. Takes time that grows with the length of both, whatever
 * they are; there are no regular expressions in what authors or learners write.
 */
final class Wording {

	private static final char ANYTHING = '*';

	private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}&&[^*]]");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private Wording() {
	}

	/**
	 * Whether what was typed is what is accepted.
	 * @param typed what was typed
	 * @param accepted what is accepted
	 * @param normalised whether case, punctuation and spaces are passed over
	 * @return true when it is
	 */
	static boolean matches(String typed, String accepted, boolean normalised) {
		if (normalised) {
			return matches(normalised(typed).replace(String.valueOf(ANYTHING), ""), normalised(accepted));
		}
		return matches(composed(typed), composed(accepted));
	}

	/**
	 * A text without what makes no difference.
	 * @param text the text
	 * @return the text in one form of its letters, in lower case, without punctuation but
	 * the asterisk, with one space between words and none around it
	 */
	static String normalised(String text) {
		String letters = folded(Normalizer.normalize(text, Normalizer.Form.NFKC));
		// Again, because letters and accents may meet where punctuation was.
		String words = Normalizer.normalize(PUNCTUATION.matcher(letters).replaceAll(""), Normalizer.Form.NFKC);
		return SPACES.matcher(words).replaceAll(" ").strip();
	}

	/** Accents can be written in two ways that look the same. */
	private static String composed(String text) {
		return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
	}

	/** There is more to it than lower case: ß is ss, and a sigma at the end a sigma. */
	private static String folded(String text) {
		return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
	}

	/**
	 * Goes through both at once; when they differ after an asterisk, that asterisk takes
	 * one character more.
	 */
	private static boolean matches(String text, String pattern) {
		int at = 0;
		int wanted = 0;
		int asterisk = -1;
		int taken = 0;
		while (at < text.length()) {
			if (wanted < pattern.length() && pattern.charAt(wanted) == ANYTHING) {
				asterisk = wanted;
				taken = at;
				wanted++;
			}
			else if (wanted < pattern.length() && pattern.charAt(wanted) == text.charAt(at)) {
				at++;
				wanted++;
			}
			else if (asterisk >= 0) {
				taken++;
				at = taken;
				wanted = asterisk + 1;
			}
			else {
				return false;
			}
		}
		while (wanted < pattern.length() && pattern.charAt(wanted) == ANYTHING) {
			wanted++;
		}
		return wanted == pattern.length();
	}

}
