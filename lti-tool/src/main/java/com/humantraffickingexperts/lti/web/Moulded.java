package com.humantraffickingexperts.lti.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with places left open for a request's own words.
 *
 * @param parts what stands before, between and after the places
 * @param open which of the words belongs in each place
 */
record Moulded(List<String> parts, List<Integer> open) {

	/** About as long as the words are. */
	private static final int WORD = 80;

	/**
	 * Takes out a request's own words.
	 * @param text the text
	 * @param own its words, none of which is a part of another
	 * @return the rest
	 */
	static Moulded of(String text, OwnWords own) {
		List<String> words = own.found();
		List<String> parts = new ArrayList<>();
		List<Integer> open = new ArrayList<>();
		int from = 0;
		while (true) {
			int next = text.length();
			int which = -1;
			for (int word = 0; word < words.size(); word++) {
				int at = text.indexOf(words.get(word), from);
				if (at >= 0 && at < next) {
					next = at;
					which = word;
				}
			}
			parts.add(text.substring(from, next));
			if (which < 0) {
				return new Moulded(List.copyOf(parts), List.copyOf(open));
			}
			open.add(which);
			from = next + words.get(which).length();
		}
	}

	/**
	 * Puts in the words of another request.
	 * @param own its words
	 * @return the text
	 */
	String filled(OwnWords own) {
		StringBuilder text = new StringBuilder(length() + WORD * this.open.size()).append(this.parts.getFirst());
		for (int place = 0; place < this.open.size(); place++) {
			text.append(own.written().get(this.open.get(place))).append(this.parts.get(place + 1));
		}
		return text.toString();
	}

	boolean shows(String text) {
		return this.parts.stream().anyMatch((part) -> part.contains(text));
	}

	int length() {
		return this.parts.stream().mapToInt(String::length).sum();
	}

}
