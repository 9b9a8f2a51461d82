package com.humantraffickingexperts.lti.conformance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;

/**
 * Follows every link and sends every form of a visit, as somebody would who clicks on
 * everything: of answers, the first.
 */
final class Crawl {

	private static final int MOST = 400;

	private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)");

	private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");

	private static final Pattern INPUT = Pattern.compile("<(?:input|button)([^>]*)>");

	private final Visit visit;

	private final Seen seen;

	private final Deque<String> links = new ArrayDeque<>();

	private final Set<String> known = new HashSet<>();

	Crawl(Visit visit, Seen seen) {
		this.visit = visit;
		this.seen = seen;
	}

	void everywhere() {
		add(this.visit.answer().location());
		for (int requests = 0; !this.links.isEmpty(); requests++) {
			if (requests == MOST) {
				throw new AssertionError("The visit has no end");
			}
			String link = this.links.removeFirst();
			read("GET", link, this.visit.browser().get(link));
		}
	}

	private void add(String address) {
		String path = address.replace(ToolUnderTest.BASE, "");
		if (path.startsWith(this.visit.path() + "/") && this.known.add(path)) {
			this.links.addLast(path);
		}
	}

	private void read(String method, String path, Answer answer) {
		this.seen.see(method, path, answer);
		if (answer.status() == 303) {
			String next = answer.location().replaceFirst("#.*", "");
			this.known.remove(next.replace(ToolUnderTest.BASE, ""));
			add(next);
			return;
		}
		LINK.matcher(answer.body()).results().forEach((link) -> add(HtmlUtils.htmlUnescape(link.group(1))));
		FORM.matcher(answer.body()).results().forEach((form) -> {
			String action = attribute(form.group(1), "action");
			if (action.startsWith(this.visit.path()) && this.known.add("POST " + action)) {
				read("POST", action, this.visit.browser().post(action, fields(form.group(2))));
			}
		});
	}

	private static Map<String, String> fields(String form) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher inputs = INPUT.matcher(form);
		while (inputs.find()) {
			String name = attribute(inputs.group(1), "name");
			if (!name.isEmpty()) {
				fields.putIfAbsent(name, attribute(inputs.group(1), "value"));
			}
		}
		return fields;
	}

	private static String attribute(String tag, String name) {
		Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
		return matcher.find() ? HtmlUtils.htmlUnescape(matcher.group(1)) : "";
	}

	/** What is done with each answer. */
	@FunctionalInterface
	interface Seen {

		void see(String method, String path, Answer answer);

	}

}
