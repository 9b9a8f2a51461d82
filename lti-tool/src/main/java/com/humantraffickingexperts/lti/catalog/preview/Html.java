package com.humantraffickingexperts.lti.catalog.preview;

import org.springframework.web.util.HtmlUtils;

/** Writes HTML in which every text is escaped but what the catalogue rendered. */
final class Html {

	private final StringBuilder html = new StringBuilder();

	/** Markup of ours; each {@code %s} is replaced by an escaped text. */
	Html add(String markup, Object... texts) {
		String[] escaped = new String[texts.length];
		for (int index = 0; index < texts.length; index++) {
			escaped[index] = HtmlUtils.htmlEscape(String.valueOf(texts[index]));
		}
		this.html.append(markup.formatted((Object[]) escaped)).append('\n');
		return this;
	}

	/** What was rendered and sanitised already. */
	Html rendered(String rendered) {
		this.html.append(rendered).append('\n');
		return this;
	}

	@Override
	public String toString() {
		return this.html.toString();
	}

	/** A whole page. */
	static String page(String title, String language, long revision, Html main) {
		return new Html().add("<!DOCTYPE html>")
			.add("<html lang=\"%s\" data-revision=\"%s\">", language, revision)
			.add("<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
			.add("<meta name=\"color-scheme\" content=\"light dark\"><title>%s</title>", title)
			.add("<link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/assets/tool.css\">")
			.add("<link rel=\"stylesheet\" href=\"/assets/preview.css\">")
			.add("<script type=\"module\" src=\"/assets/preview.js\"></script></head>")
			.add("<body><main id=\"main\" class=\"reading\">")
			.rendered(main.toString())
			.add("</main></body></html>")
			.toString();
	}

}
