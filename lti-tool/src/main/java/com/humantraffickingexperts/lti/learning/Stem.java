package com.humantraffickingexperts.lti.learning;

/**
 * A question's text, cut so that the last paragraph, which asks, can be the heading of
 * the answers. A heading holds no paragraphs.
 *
 * @param story what comes before the question as it stands; may be empty
 * @param question inline HTML; empty when the text does not end in a paragraph
 */
record Stem(String story, String question) {

	private static final String OPEN = "<p>";

	private static final String CLOSE = "</p>";

	static Stem of(String html) {
		String text = html.strip();
		if (!text.endsWith(CLOSE)) {
			return text.contains(OPEN) ? new Stem(text, "") : new Stem("", text);
		}
		int start = text.lastIndexOf(OPEN);
		if (start < 0) {
			return new Stem(text, "");
		}
		return new Stem(text.substring(0, start),
				text.substring(start + OPEN.length(), text.length() - CLOSE.length()));
	}

}
