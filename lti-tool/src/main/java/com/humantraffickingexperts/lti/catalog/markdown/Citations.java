package com.humantraffickingexperts.lti.catalog.markdown;

import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/** Takes {@code [@source-id]} out of what Markdown reads as links. */
final class Citations implements LinkProcessor {

	@Override
	public @Nullable LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
		return (link.destination() == null && link.text().startsWith("@"))
				? LinkResult.replaceWith(new Citation(link.text().substring(1)), link.afterTextBracket())
				: LinkResult.none();
	}

}
