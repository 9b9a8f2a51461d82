package com.humantraffickingexperts.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.bench.Load.Wrong;
import com.humantraffickingexperts.bench.StatementCount.Step;

/** All that was measured; each finding is also a line of a file. */
final class Results {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path file;

	private final List<Measurement> measurements = new ArrayList<>();

	private final List<ColdStart> coldStarts = new ArrayList<>();

	private final List<Step> statements = new ArrayList<>();

	private final List<String> memory = new ArrayList<>();

	private final Map<String, Wrong> errors = new TreeMap<>();

	Results(Path file) {
		this.file = file;
	}

	void add(Measurement measurement) {
		this.measurements.add(measurement);
		addErrors(measurement.errors());
		write("measurement", measurement);
	}

	void add(ColdStart start) {
		this.coldStarts.add(start);
		write("cold-start", start);
	}

	void add(Step step) {
		this.statements.add(step);
		write("statements", step);
	}

	void addMemory(String line) {
		this.memory.add(line);
		write("memory", line);
	}

	void addErrors(Map<String, Wrong> wrong) {
		wrong.forEach((kind, more) -> this.errors.merge(kind, more, Wrong::and));
	}

	List<Measurement> measurements() {
		return this.measurements;
	}

	List<ColdStart> coldStarts() {
		return this.coldStarts;
	}

	List<Step> statements() {
		return this.statements;
	}

	List<String> memory() {
		return this.memory;
	}

	Map<String, Wrong> errors() {
		return this.errors;
	}

	private void write(String kind, Object finding) {
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			Files.writeString(this.file, JSON.writeValueAsString(Map.of(kind, finding)) + "\n",
					StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
