package com.humantraffickingexperts.lti.deeplinking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.util.MultiValueMap;

import com.humantraffickingexperts.lti.deeplinking.ModuleEntry.Review;

/**
 * Which modules a teacher wants to see. An empty text lets every module through.
 *
 * @param words words that have to occur
 * @param audience for whom
 * @param level how deep
 * @param jurisdiction whose law
 * @param language the language of the content
 * @param length how many minutes at most
 * @param reviewed {@code yes} for reviewed modules only
 */
record Filters(String words, String audience, String level, String jurisdiction, String language, String length,
		String reviewed) {

	/** The parameters in an address. */
	static final List<String> NAMES = List.of("words", "audience", "level", "jurisdiction", "language", "length",
			"reviewed");

	/** The parameter that takes all filters away. */
	private static final String CLEAR = "clear";

	private static final int LONGEST = 200;

	static Filters of(MultiValueMap<String, String> parameters) {
		if (parameters.containsKey(CLEAR)) {
			return new Filters("", "", "", "", "", "", "");
		}
		List<String> values = NAMES.stream()
			.map((name) -> Objects.requireNonNullElse(parameters.getFirst(name), "").strip())
			.map((value) -> value.substring(0, Math.min(LONGEST, value.length())))
			.toList();
		return new Filters(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4),
				values.get(5).matches("\\d{1,4}") ? values.get(5) : "", values.get(6));
	}

	boolean lets(ModuleEntry module) {
		return Arrays.stream(this.words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(module.searched()::contains)
				&& fits(this.audience, module.audience()) && fits(this.level, List.of(module.level()))
				&& fits(this.jurisdiction, module.jurisdictions()) && fits(this.language, List.of(module.language()))
				&& (this.length.isEmpty() || module.minutes() <= Integer.parseInt(this.length))
				&& (this.reviewed.isEmpty() || module.review() == Review.APPROVED);
	}

	private static boolean fits(String wanted, List<String> values) {
		return wanted.isEmpty() || values.contains(wanted);
	}

	/** Whether anything but words is asked for. */
	public boolean narrowed() {
		return !(this.audience + this.level + this.jurisdiction + this.language + this.length + this.reviewed)
			.isEmpty();
	}

	/** Whether anything is asked for. */
	public boolean any() {
		return narrowed() || !this.words.isEmpty();
	}

}
