package com.humantraffickingexperts.lti.catalog.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The facts of a folder of sheets. A sheet is Markdown whose lines are broken at a width,
 * so that a point may go over several of them.
 */
final class FactSheets {

	private final Set<String> keys = new HashSet<>();

	/** The words of each point, for the names of cases. */
	private final List<Set<String>> points = new ArrayList<>();

	private FactSheets() {
	}

	static FactSheets read(Path folder) throws IOException {
		FactSheets sheets = new FactSheets();
		List<Path> files;
		try (Stream<Path> all = Files.list(folder)) {
			files = all.filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
		for (Path file : files) {
			sheets.add(Files.readString(file, StandardCharsets.UTF_8));
		}
		return sheets;
	}

	private void add(String sheet) {
		StringBuilder point = new StringBuilder();
		for (String line : sheet.split("\n")) {
			if (line.isBlank() || line.startsWith("- ") || line.startsWith("#") || line.startsWith("|")) {
				addPoint(point.toString());
				point.setLength(0);
			}
			point.append(line.strip()).append(' ');
		}
		addPoint(point.toString());
	}

	private void addPoint(String point) {
		FactReader.read(point).forEach((fact) -> this.keys.add(fact.key()));
		this.points.add(new HashSet<>(List.of(point.toLowerCase(Locale.ROOT).split("[^\\w]+"))));
	}

	boolean empty() {
		return this.keys.isEmpty();
	}

	/**
	 * Whether a sheet says so, or says more: a month is known from a day in it, a year
	 * from anything that bears it.
	 */
	boolean support(Fact fact) {
		String key = fact.key();
		if (key.startsWith("case ")) {
			List<String> words = List.of(key.substring("case ".length()).split("[ ']"));
			return this.points.stream().anyMatch((point) -> point.containsAll(words));
		}
		if (key.startsWith("month ")) {
			String month = key.substring("month ".length());
			return this.keys.contains(key) || this.keys.stream().anyMatch((known) -> known.startsWith("date " + month));
		}
		if (key.startsWith("date -")) {
			return this.keys.stream()
				.anyMatch((known) -> known.startsWith("date ") && known.endsWith(key.substring(5)));
		}
		if (key.startsWith("year ")) {
			String year = key.substring("year ".length());
			return this.points.stream().anyMatch((point) -> point.contains(year));
		}
		// A sheet names the pounds once for several sums.
		return this.keys.contains(key)
				|| (key.startsWith("money ") && this.keys.contains("count " + key.substring("money ".length())));
	}

}
