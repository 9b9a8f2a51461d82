package com.humantraffickingexperts.lti.classes;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.roster.CourseGroup;

/**
 * A class as a file for spreadsheets:
 * <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> in UTF-8, with the mark
 * by which spreadsheets recognise it.
 */
final class ClassFile {

	private static final char MARK = '\uFEFF';

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(CompletionPlot.UK);

	private ClassFile() {
	}

	/**
	 * Writes one line after the other.
	 * @param to where
	 * @param learners who
	 * @param groups the groups of the course; none where they are not known
	 * @param words the words for people, by their keys
	 */
	static void write(Writer to, List<Learner> learners, List<CourseGroup> groups, UnaryOperator<String> words)
			throws IOException {
		to.write(MARK);
		line(to, Stream
			.concat(Stream.of("name", "id", "status", "result", "tries", "time", "started", "completed", "active",
					"grade", "course"), groups.isEmpty() ? Stream.empty() : Stream.of("groups"))
			.map((column) -> words.apply("classes.file." + column))
			.toList());
		for (Learner learner : learners) {
			List<String> cells = cells(learner, words);
			line(to, groups.isEmpty() ? cells
					: Stream.concat(cells.stream(), Stream.of(names(learner, groups))).toList());
		}
	}

	private static String names(Learner learner, List<CourseGroup> groups) {
		return groups.stream()
			.filter((group) -> learner.groups().contains(group.id()))
			.map(CourseGroup::name)
			.collect(Collectors.joining("; "));
	}

	private static List<String> cells(Learner learner, UnaryOperator<String> words) {
		return List.of(text(learner.user().name()), text(learner.user().subject()),
				words.apply("classes.status." + learner.status()),
				(learner.percent() == null) ? "" : ClassView.words(learner.percent()), String.valueOf(learner.tries()),
				minutes(learner.active()), time((learner.begun() == null) ? null : learner.begun().startedAt()),
				time(learner.completedAt()), time(learner.lastActiveAt()),
				(learner.grade() == null) ? "" : words.apply("classes.grade." + learner.grade().state()),
				words.apply(learner.here() ? "classes.file.yes" : "classes.file.no"));
	}

	private static String text(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

	private static String time(@Nullable Instant at) {
		return (at == null) ? "" : TIME.format(at);
	}

	private static String minutes(@Nullable Duration active) {
		return (active == null) ? "" : String.valueOf(ActiveTime.minutes(active));
	}

	private static void line(Writer to, List<String> cells) throws IOException {
		for (int index = 0; index < cells.size(); index++) {
			if (index > 0) {
				to.write(',');
			}
			to.write(cell(cells.get(index)));
		}
		to.write("\r\n");
	}

	/**
	 * Quoted, and no formula, whatever somebody is called:
	 * <a href= "https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>.
	 */
	static String cell(String text) {
		String tame = text.replaceAll("[\\r\\n\\t]+", " ");
		String harmless = (!tame.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20"
			.indexOf(tame.stripLeading().isEmpty() ? ' ' : tame.stripLeading().charAt(0)) >= 0) ? "'" + tame : tame;
		return "\"" + harmless.replace("\"", "\"\"") + "\"";
	}

}
