package com.humantraffickingexperts.lti.catalog.source;

/** Words from a package, fit to be printed in a message. */
public final class Quoted {

	private static final int LONGEST = 60;

	private Quoted() {
	}

	/**
	 * Quotes a text.
	 * @param text any text
	 * @return a short form of it, in quotation marks, on one line
	 */
	public static String of(String text) {
		return "\"" + oneLine(text, LONGEST) + "\"";
	}

	static String oneLine(String text, int longest) {
		StringBuilder line = new StringBuilder(Math.min(text.length(), longest + 1));
		for (int index = 0; index < text.length() && line.length() < longest;) {
			int point = text.codePointAt(index);
			line.appendCodePoint(printable(point) ? point : ' ');
			index += Character.charCount(point);
			if (line.length() >= longest && index < text.length()) {
				line.append('…');
			}
		}
		return line.toString();
	}

	private static boolean printable(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
				false;
			default -> true;
		};
	}

}
