package com.humantraffickingexperts.lti.catalog.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule.Severity;

/** What each module holds, as a table in Markdown. */
public final class Inventory {

	private static final String NOTE = ":::verify";

	private Inventory() {
	}

	/**
	 * Counts what modules hold.
	 * @param result modules after their examination
	 * @return the lines of the table
	 */
	public static List<String> of(Examination.Result result) {
		return Stream.concat(Stream.of(
				"| Module | Words | Pages | Questions by type | Scenarios | Diagrams | Verify blocks | Findings (E/W) |",
				"|---|---|---|---|---|---|---|---|"),
				result.order()
					.stream()
					.flatMap((id) -> Stream.ofNullable(result.modules().get(id)))
					.map((module) -> row(module, result)))
			.toList();
	}

	private static String row(CheckedModule module, Examination.Result result) {
		ModuleSource source = module.source();
		References references = module.shared().references(source.language());
		int words = source.pages()
			.stream()
			.flatMap((page) -> page.body().passages(references).stream())
			.mapToInt((passage) -> Wording.words(passage.text()))
			.sum();
		return String.format(Locale.ROOT, "| `%s` | %,d | %d | %s | %d | %d | %d | %d/%d |", source.folder(), words,
				source.pages().size(), questions(source), source.scenarios().size(), source.pictures().size(),
				notes(source), count(module, result, Severity.ERROR), count(module, result, Severity.WARNING));
	}

	private static String questions(ModuleSource source) {
		Map<String, Long> types = source.activeQuestions()
			.stream()
			.collect(Collectors.groupingBy((question) -> question.node().get("type").string().orElse("?"), TreeMap::new,
					Collectors.counting()));
		return types.entrySet()
			.stream()
			.map((type) -> type.getKey() + " " + type.getValue())
			.collect(Collectors.joining(", "));
	}

	private static long notes(ModuleSource source) {
		return source.files()
			.stream()
			.filter((file) -> file.path().endsWith(".md"))
			.flatMap((file) -> file.text(new Findings()).stream())
			.flatMap(String::lines)
			.filter((line) -> line.startsWith(NOTE))
			.count();
	}

	private static long count(CheckedModule module, Examination.Result result, Severity severity) {
		return result.findings()
			.stream()
			.filter((finding) -> finding.file().startsWith(module.source().folder() + "/"))
			.filter((finding) -> finding.rule().severity() == severity)
			.count();
	}

}
