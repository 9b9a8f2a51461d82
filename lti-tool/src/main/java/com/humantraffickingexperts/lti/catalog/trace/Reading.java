package com.humantraffickingexperts.lti.catalog.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text while facts are taken out of it: what was taken is not seen again. */
final class Reading {

	/** What only the tool reads: citations, terms, helplines and addresses. */
	private static final Pattern MACHINERY = Pattern
		.compile("\\[@[a-z0-9-]+]|\\{\\{[^}]*}}|\\]\\([^)\\s]*\\)|https?://\\S+");

	private final StringBuilder text;

	private final String original;

	private final List<Fact> facts = new ArrayList<>();

	Reading(String text) {
		this.original = text;
		this.text = new StringBuilder(text.replace('\u00a0', ' ')
			.replace('\u2011', '-')
			.replace('\u2013', '-')
			.replace('\u2019', '\'')
			.replace('*', ' ')
			.replace('\n', ' '));
		Matcher machinery = MACHINERY.matcher(text);
		while (machinery.find()) {
			blank(machinery.start(), machinery.end());
		}
	}

	/**
	 * Takes everything that a pattern matches.
	 * @param pattern the pattern
	 * @param each is given the match, and what takes a key
	 */
	void take(Pattern pattern, BiConsumer<MatchResult, Keys> each) {
		Matcher matcher = pattern.matcher(this.text.toString());
		while (matcher.find()) {
			MatchResult match = matcher.toMatchResult();
			int before = this.facts.size();
			each.accept(match, (key) -> this.facts
				.add(new Fact(key, this.original.substring(match.start(), match.end()).strip(), match.start())));
			if (this.facts.size() > before) {
				blank(match.start(), match.end());
			}
		}
	}

	private void blank(int start, int end) {
		for (int index = start; index < end; index++) {
			this.text.setCharAt(index, ' ');
		}
	}

	List<Fact> facts() {
		return this.facts.stream().sorted(Comparator.comparingInt(Fact::offset)).toList();
	}

	/** Takes the key of a fact that was found. */
	interface Keys {

		void add(String key);

	}

}
