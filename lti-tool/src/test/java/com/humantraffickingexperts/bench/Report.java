package com.humantraffickingexperts.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import com.humantraffickingexperts.bench.Samples.Percentiles;

/** The results as Markdown tables. */
final class Report {

	private final Results results;

	private final StringBuilder text = new StringBuilder();

	private Report(Results results) {
		this.results = results;
	}

	static String of(Results results) {
		Report report = new Report(results);
		report.launches();
		report.growth();
		report.statements();
		report.coldStarts();
		results.memory().forEach((line) -> report.text.append(line).append('\n'));
		report.errors();
		return report.text.toString();
	}

	private void launches() {
		if (this.results.measurements().isEmpty()) {
			return;
		}
		line("Times in ms: p50 / p90 / p99 / max. CPU in ms a launch. Medians of the rounds.\n");
		head("database holds", "at once", "launches/s (min-max)", "login", "launch", "landing page", "whole",
				"CPU tool", "CPU database", "others, cores", "wrong");
		for (List<Measurement> rounds : cells().values()) {
			Measurement first = rounds.getFirst();
			row(first.side(), Integer.toString(first.concurrency()),
					"%.0f (%s)".formatted(median(rounds, Measurement::perSecond), range(rounds)),
					times(rounds, Measurement::login), times(rounds, Measurement::launch),
					times(rounds, Measurement::follow), times(rounds, Measurement::whole),
					number(median(rounds, Measurement::toolMillis)),
					(first.databaseMillis() == null) ? "in the tool"
							: number(median(rounds, (one) -> Objects.requireNonNullElse(one.databaseMillis(), 0.0))),
					number(median(rounds, Measurement::othersCores)),
					Long.toString(rounds.stream()
						.flatMap((one) -> one.errors().values().stream())
						.mapToLong(Load.Wrong::count)
						.sum()));
		}
		line("");
	}

	private Map<String, List<Measurement>> cells() {
		return this.results.measurements()
			.stream()
			.collect(Collectors.groupingBy((one) -> one.side() + " at " + one.concurrency(), LinkedHashMap::new,
					Collectors.toList()));
	}

	private static String range(List<Measurement> rounds) {
		double[] rates = rounds.stream().mapToDouble(Measurement::perSecond).sorted().toArray();
		return "%.0f-%.0f".formatted(rates[0], rates[rates.length - 1]);
	}

	private static String times(List<Measurement> rounds, Function<Measurement, Percentiles> step) {
		return number(median(rounds, (one) -> step.apply(one).p50())) + " / "
				+ number(median(rounds, (one) -> step.apply(one).p90())) + " / "
				+ number(median(rounds, (one) -> step.apply(one).p99())) + " / "
				+ number(median(rounds, (one) -> step.apply(one).max()));
	}

	private void growth() {
		List<List<Measurement>> cells = new ArrayList<>(cells().values());
		String empty = cells.isEmpty() ? "" : cells.getFirst().getFirst().side();
		if (cells.stream().allMatch((cell) -> cell.getFirst().side().equals(empty))) {
			return;
		}
		line("With a history, as a ratio to the empty database in the same round (median of the rounds):\n");
		head("database holds", "at once", "launches/s", "CPU", "whole p50", "whole p99");
		for (List<Measurement> cell : cells) {
			Measurement first = cell.getFirst();
			if (!first.side().equals(empty)) {
				List<Measurement> base = Objects.requireNonNull(cells().get(empty + " at " + first.concurrency()));
				row(first.side(), Integer.toString(first.concurrency()), ratio(cell, base, Measurement::perSecond),
						ratio(cell, base, Measurement::cpuMillis), ratio(cell, base, (one) -> one.whole().p50()),
						ratio(cell, base, (one) -> one.whole().p99()));
			}
		}
		line("");
	}

	private static String ratio(List<Measurement> cell, List<Measurement> base, ToDoubleFunction<Measurement> value) {
		List<Double> ratios = new ArrayList<>();
		for (int round = 0; round < Math.min(cell.size(), base.size()); round++) {
			ratios.add(value.applyAsDouble(cell.get(round)) / value.applyAsDouble(base.get(round)));
		}
		return number(median(ratios, Double::doubleValue));
	}

	private void statements() {
		if (this.results.statements().isEmpty()) {
			return;
		}
		line("Database statements, transactions' own included:\n");
		head("step", "statements", "which");
		this.results.statements()
			.forEach((step) -> row(step.name(), number(step.each()),
					step.texts()
						.stream()
						.map((one) -> number(one.each()) + " x `"
								+ one.text().substring(0, Math.min(60, one.text().length())) + "`")
						.collect(Collectors.joining("; "))));
		line("");
	}

	private void coldStarts() {
		if (this.results.coldStarts().isEmpty()) {
			return;
		}
		line("From the start of the process, medians:\n");
		head("start", "port open s", "first launch s", "CPU s", "repeats");
		this.results.coldStarts()
			.stream()
			.collect(Collectors.groupingBy(ColdStart::kind, LinkedHashMap::new, Collectors.toList()))
			.forEach((kind, starts) -> row(kind, number(median(starts, ColdStart::portSeconds)),
					number(median(starts, ColdStart::launchSeconds)), number(median(starts, ColdStart::cpuSeconds)),
					Integer.toString(starts.size())));
		line("");
	}

	private void errors() {
		if (this.results.errors().isEmpty()) {
			line("No launch went wrong.");
			return;
		}
		line("\nWrong launches:\n");
		this.results.errors()
			.forEach((kind, wrong) -> line("- " + wrong.count() + " x " + kind + ", for instance: " + wrong.example()));
	}

	private static <T> double median(Collection<T> values, ToDoubleFunction<T> value) {
		double[] sorted = values.stream().mapToDouble(value).sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, (Math.abs(value) < 10) ? "%.2f" : "%.0f", value);
	}

	private void head(String... names) {
		row(names);
		line("|" + " --- |".repeat(names.length));
	}

	private void row(String... cells) {
		line("| " + String.join(" | ", cells) + " |");
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

}
