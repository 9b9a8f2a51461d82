package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.Set;

import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/** Finds placeholders in a line. */
final class Placeholders implements InlineContentParserFactory {

	private static final String BEGIN = "{{";

	private static final String END = "}}";

	/** Longer ones cannot be right, and looking further would cost time. */
	private static final int LONGEST = 100;

	@Override
	public Set<Character> getTriggerCharacters() {
		return Set.of('{');
	}

	@Override
	public InlineContentParser create() {
		return Placeholders::parse;
	}

	private static @Nullable ParsedInline parse(InlineParserState state) {
		Scanner scanner = state.scanner();
		if (!scanner.next(BEGIN)) {
			return ParsedInline.none();
		}
		StringBuilder content = new StringBuilder();
		while (scanner.hasNext() && content.length() < LONGEST && scanner.peek() != '\n') {
			if (scanner.next(END)) {
				return ParsedInline.of(new Placeholder(content.toString(), true), scanner.position());
			}
			content.append(scanner.peek());
			scanner.next();
		}
		// What has no end is a placeholder all the same, so that it is not overlooked.
		return ParsedInline.of(new Placeholder(content.toString(), false), scanner.position());
	}

}
