package com.humantraffickingexperts.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One person who opens one activity. People have names that nothing else on a page
 * resembles, so that a page tells whom it was made for.
 *
 * @param person the person's number
 * @param course the number of the course
 * @param link the number of the activity in its course
 */
record Visit(long person, int course, int link) {

	private static final Pattern NAME = Pattern.compile("Imogen Marker-(\\d{9})(?!\\d)");

	String subject() {
		return "person-" + this.person;
	}

	String name() {
		return "Imogen Marker-%09d".formatted(this.person);
	}

	String contextId() {
		return "course-" + this.course;
	}

	String linkId() {
		return "link-" + this.course + "-" + this.link;
	}

	/**
	 * Whether a page names this person, and nobody else.
	 * @param page the page
	 * @return true when every name on it is this person's, and there is one
	 */
	boolean isShownBy(String page) {
		Matcher matcher = NAME.matcher(page);
		boolean shown = false;
		while (matcher.find()) {
			if (Long.parseLong(matcher.group(1)) != this.person) {
				return false;
			}
			shown = true;
		}
		return shown;
	}

}
