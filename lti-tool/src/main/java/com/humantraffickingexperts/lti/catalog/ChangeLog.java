package com.humantraffickingexperts.lti.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.humantraffickingexperts.lti.catalog.Upkeep.Change;

/**
 * What a change log tells learners: the points of each version, without those for
 * authors. Where there is a part "For learners", it speaks alone.
 *
 * @see <a href="https://keepachangelog.com/">Keep a Changelog</a>
 */
final class ChangeLog {

	private static final Pattern VERSION = Pattern.compile("##[ \\t]+\\[?([0-9]+\\.[0-9]+\\.[0-9]+)\\]?.*");

	private static final Pattern PART = Pattern.compile("###[ \\t]+(.+)");

	private static final Pattern POINT = Pattern.compile("[-*][ \\t]+(.+)");

	private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

	private static final Pattern MARKS = Pattern.compile("[`*_]{1,3}(?=\\S)|(?<=\\S)[`*_]{1,3}");

	private static final List<String> FOR_ALL = List.of("Added", "Changed", "Removed", "Fixed");

	private static final String FOR_LEARNERS = "For learners";

	private final List<Change> changes = new ArrayList<>();

	private final List<String> learners = new ArrayList<>();

	private final List<String> all = new ArrayList<>();

	private String version = "";

	private String part = "";

	private String point = "";

	private ChangeLog() {
	}

	static List<Change> read(String text) {
		ChangeLog log = new ChangeLog();
		text.lines().forEach(log::line);
		log.endVersion();
		return List.copyOf(log.changes);
	}

	private void line(String line) {
		Matcher heading = VERSION.matcher(line);
		Matcher newPart = PART.matcher(line);
		Matcher newPoint = POINT.matcher(line);
		if (heading.matches()) {
			endVersion();
			this.version = heading.group(1);
		}
		else if (newPart.matches()) {
			endPoint();
			this.part = newPart.group(1).strip();
		}
		else if (newPoint.matches()) {
			endPoint();
			this.point = newPoint.group(1).strip();
		}
		else if (line.isBlank()) {
			endPoint();
		}
		else if (!this.point.isEmpty()) {
			this.point += " " + line.strip();
		}
	}

	private void endPoint() {
		if (!this.point.isEmpty()) {
			String plain = MARKS.matcher(LINK.matcher(this.point).replaceAll("$1")).replaceAll("");
			if (FOR_LEARNERS.equalsIgnoreCase(this.part)) {
				this.learners.add(plain);
			}
			else if (FOR_ALL.contains(this.part)) {
				this.all.add(plain);
			}
			this.point = "";
		}
	}

	private void endVersion() {
		endPoint();
		if (!this.version.isEmpty()) {
			this.changes.add(new Change(this.version, List.copyOf(this.learners.isEmpty() ? this.all : this.learners)));
		}
		this.learners.clear();
		this.all.clear();
		this.part = "";
		this.version = "";
	}

}
