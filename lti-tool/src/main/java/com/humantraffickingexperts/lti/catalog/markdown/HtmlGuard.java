package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.regex.Pattern;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The second guard. The renderer writes nothing but what stands here; should that ever be
 * wrong, this list still decides what reaches a browser.
 */
final class HtmlGuard {

	private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
		.allowElements("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "strong", "em", "code", "pre", "blockquote", "ul",
				"ol", "li", "dl", "dt", "dd", "div", "span", "a", "table", "thead", "tbody", "tr", "th", "td", "figure",
				"figcaption", "img")
		.allowWithoutAttributes("span", "div")
		.allowAttributes("class")
		.matching(Pattern.compile("[a-z][a-z -]{0,60}"))
		.onElements("a", "div", "span", "dl", "p")
		.allowAttributes("id")
		.matching(Pattern.compile("(note|term|term-use)-[a-z0-9-]{1,60}"))
		.onElements("p", "dt", "a")
		.allowAttributes("role")
		.matching(true, "note", "group", "doc-noteref")
		.onElements("div", "a")
		.allowAttributes("aria-labelledby")
		.matching(Pattern.compile("note-[0-9]{1,4}"))
		.onElements("div")
		.allowAttributes("aria-label")
		.onElements("a", "div")
		.allowAttributes("tabindex")
		.matching(true, "0")
		.onElements("div")
		.allowAttributes("start")
		.matching(Pattern.compile("[0-9]{1,9}"))
		.onElements("ol")
		.allowAttributes("scope")
		.matching(true, "col", "row")
		.onElements("th")
		.allowAttributes("href")
		.matching((element, attribute, value) -> (ownFragment(value) || WebAddress.allowed(value)) ? value : null)
		.onElements("a")
		.allowAttributes("src")
		.matching(Pattern.compile("/pictures/[0-9a-f]{64}\\.[a-z]{3,4}"))
		.onElements("img")
		.allowAttributes("width", "height")
		.matching(Pattern.compile("[0-9]{1,4}"))
		.onElements("img")
		.allowAttributes("loading")
		.matching(true, "lazy")
		.onElements("img")
		.allowAttributes("alt")
		.onElements("img")
		.allowAttributes("target")
		.matching(true, "_blank")
		.onElements("a")
		.allowAttributes("rel")
		.matching(true, "noopener noreferrer")
		.onElements("a")
		.allowUrlProtocols("https", "mailto", "tel")
		.toFactory();

	private HtmlGuard() {
	}

	static String clean(String html) {
		return POLICY.sanitize(html);
	}

	private static boolean ownFragment(String value) {
		return value.matches("#(source|term|term-use)-[a-z0-9-]{1,60}");
	}

}
