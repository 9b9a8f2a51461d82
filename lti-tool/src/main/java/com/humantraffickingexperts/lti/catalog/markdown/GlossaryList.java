package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.commonmark.renderer.html.HtmlWriter;

import com.humantraffickingexperts.lti.catalog.markdown.References.Term;

/**
 * The words that a page explains, at its end. A link goes there from the first use of a
 * word and another one back: this works without script, by keyboard and in every screen
 * reader, which no tooltip does.
 */
final class GlossaryList {

	private GlossaryList() {
	}

	static void append(StringBuilder page, Set<String> terms, References references) {
		HtmlWriter html = new HtmlWriter(page);
		html.line();
		html.tag("div", Map.of("class", "terms"));
		html.tag("h2");
		html.text("Words on this page");
		html.tag("/h2");
		html.line();
		html.tag("dl");
		for (String id : terms) {
			Term term = references.terms().get(id);
			if (term != null) {
				html.line();
				html.tag("dt", Map.of("id", "term-" + id));
				html.text(term.label());
				html.tag("/dt");
				html.tag("dd");
				html.text(term.text() + " ");
				back(html, id, term.label());
				html.tag("/dd");
			}
		}
		html.line();
		html.tag("/dl");
		html.tag("/div");
	}

	private static void back(HtmlWriter html, String id, String label) {
		Map<String, String> attributes = new LinkedHashMap<>();
		attributes.put("class", "term-back");
		attributes.put("href", "#term-use-" + id);
		attributes.put("aria-label", "Back to the text: " + label);
		html.tag("a", attributes);
		html.text("Back to the text");
		html.tag("/a");
	}

}
