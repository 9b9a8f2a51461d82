package com.humantraffickingexperts.lti.catalog.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;
import com.humantraffickingexperts.lti.catalog.yaml.Yaml;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * A piece of what a module says to people.
 *
 * @param file its file, below the root
 * @param line the line at which it begins
 * @param text what it says
 */
record Statement(String file, int line, String text) {

	/** The fields that learners read, in every kind of file. */
	private static final Set<String> FIELDS = Set.of("stem", "text", "feedback", "general", "correct", "incorrect",
			"whenTrue", "whenFalse", "modelAnswer", "title", "subtitle", "summary", "note", "alt", "since",
			"corrections", "contact");

	/** How a check is drawn and passed is decided here, and found nowhere else. */
	private static final List<String> NO_STATEMENTS = List.of("/assessments.yaml", "/" + Allowances.FILE);

	int lineOf(Fact fact) {
		return this.line + (int) this.text.chars().limit(fact.offset()).filter((letter) -> letter == '\n').count();
	}

	static List<Statement> of(SourceFile file) {
		Findings unread = new Findings();
		if (file.path().endsWith(".md") && file.path().contains("/pages/")) {
			return file.text(unread).map((text) -> page(file.path(), text)).orElse(List.of());
		}
		if (file.path().endsWith(".yaml") && NO_STATEMENTS.stream().noneMatch(file.path()::endsWith)) {
			return Yaml.read(file, unread).map((root) -> document(file.path(), root)).orElse(List.of());
		}
		return List.of();
	}

	/** Paragraphs: a sentence may go over a line. Notes to authors are no statements. */
	private static List<Statement> page(String path, String text) {
		List<Statement> statements = new ArrayList<>();
		String[] lines = text.split("\n", -1);
		StringBuilder paragraph = new StringBuilder();
		int begin = 1;
		boolean card = false;
		boolean note = false;
		for (int index = 0; index < lines.length; index++) {
			String line = lines[index];
			if ("---".equals(line.stripTrailing()) && (index == 0 || card)) {
				card = index == 0;
				continue;
			}
			if (card) {
				if (line.startsWith("title:")) {
					statements.add(new Statement(path, index + 1, line));
				}
				continue;
			}
			note = line.startsWith(":::verify") || (note && !":::".equals(line.strip()));
			if (note || line.isBlank() || line.startsWith(":::")) {
				statements.add(new Statement(path, begin, paragraph.toString()));
				paragraph.setLength(0);
				continue;
			}
			begin = (paragraph.isEmpty()) ? index + 1 : begin;
			paragraph.append(line).append('\n');
		}
		statements.add(new Statement(path, begin, paragraph.toString()));
		return statements.stream().filter((statement) -> !statement.text().isBlank()).toList();
	}

	private static List<Statement> document(String path, YamlNode root) {
		List<Statement> statements = new ArrayList<>();
		Deque<YamlNode> waiting = new ArrayDeque<>(List.of(root));
		while (!waiting.isEmpty()) {
			YamlNode next = waiting.removeFirst();
			waiting.addAll(next.items());
			next.fields().forEach((name, value) -> {
				if (FIELDS.contains(name)) {
					List<YamlNode> said = value.items().isEmpty() ? List.of(value) : value.items();
					said.forEach((each) -> each.string()
						.ifPresent((text) -> statements.add(new Statement(path, each.line(), text))));
				}
				if (value.string().isEmpty()) {
					waiting.add(value);
				}
			});
			next.get("answer")
				.get("value")
				.number()
				.ifPresent((value) -> statements.add(new Statement(path, next.get("answer").line(),
						value.toPlainString() + " " + next.get("unit").string().orElse(""))));
		}
		return statements;
	}

}
