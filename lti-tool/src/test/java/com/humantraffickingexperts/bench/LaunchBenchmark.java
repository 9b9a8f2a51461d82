package com.humantraffickingexperts.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Measures whole launches against the packaged tool. */
final class LaunchBenchmark {

	/** The core that tool and database share; the driver has another one. */
	static final String TOOL_CORE = "0";

	/** Where the tool starts and gets warm. */
	static final String ALL_CORES = "0,1";

	private static final int MEMORY_PARTS = 4;

	private final Options options;

	private final Results results;

	private LaunchBenchmark(Options options) {
		this.options = options;
		this.results = new Results(options.output()
			.resolve("launch-" + options.database() + "-" + Instant.now().getEpochSecond() + ".jsonl"));
	}

	/**
	 * Measures, and prints a report.
	 * @param options what to measure
	 * @return whether every launch was right
	 * @throws WrongLaunch when a launch went wrong while statements were counted
	 */
	static boolean run(Options options) throws WrongLaunch {
		LaunchBenchmark benchmark = new LaunchBenchmark(options);
		benchmark.measure();
		System.out.println(benchmark.conditions());
		System.out.println(Report.of(benchmark.results));
		return benchmark.results.errors().isEmpty();
	}

	private String conditions() {
		return "%s, %s, Java %s, %d cores seen by the driver, %s, warm-up %,d launches, %d rounds of %d s.%n".formatted(
				Instant.now().truncatedTo(ChronoUnit.MINUTES), this.options.database(), Runtime.version(),
				Runtime.getRuntime().availableProcessors(),
				Processes.canPin() ? "tool and database on core 0, driver on core 1" : "nothing pinned",
				this.options.warmup(), this.options.rounds(), this.options.seconds());
	}

	private void measure() throws WrongLaunch {
		List<Side> sides = new ArrayList<>();
		try (Platform platform = Platform.start(this.options.module());
				DatabaseServer server = DatabaseServer.of(this.options)) {
			if (this.options.prepare()) {
				prepare(platform, server);
				return;
			}
			try {
				if (this.options.coldStarts() > 0) {
					say("Cold starts ...");
					ColdStart.measure(this.options, platform, server).forEach(this.results::add);
				}
				sides.add(start(platform, server, 0));
				if (this.options.history() > 0) {
					sides.add(start(platform, server, this.options.history()));
				}
				measure(sides);
				countStatements(sides, server);
				watchMemory(sides.getFirst());
				if (this.options.hold()) {
					hold(sides);
				}
			}
			finally {
				sides.forEach(Side::close);
			}
		}
	}

	private void prepare(Platform platform, DatabaseServer server) {
		long history = this.options.history();
		try (BenchDatabase database = BenchDatabase.kept(server.url(), this.options.output(), history)) {
			say("Filling a database with %,d launches ...".formatted(history));
			say("Ready, with %,d people: %s".formatted(Side.filled(this.options, platform, database, history),
					database.url()));
		}
	}

	private Side start(Platform platform, DatabaseServer server, long history) {
		say((history == 0) ? "Starting the tool on an empty database ..."
				: "Starting the tool on a database with %,d launches, filled if it is not yet ...".formatted(history));
		Side side = Side.start(this.options, platform, server, history);
		say("Warming up ...");
		this.results.addErrors(side.warmUp(this.options).errors());
		return side;
	}

	private void measure(List<Side> sides) {
		Duration duration = Duration.ofSeconds(this.options.seconds());
		for (int round = 1; round <= this.options.rounds(); round++) {
			for (int concurrency : this.options.concurrency()) {
				for (Side side : sides) {
					Measurement measurement = side.measure(concurrency, round, duration);
					this.results.add(measurement);
					say("Round %d, %s, %d at once: %.0f launches/s, CPU %.2f ms".formatted(round, side.name(),
							concurrency, measurement.perSecond(), measurement.cpuMillis()));
				}
			}
		}
		sides.forEach(this::memory);
	}

	private void countStatements(List<Side> sides, DatabaseServer server) throws WrongLaunch {
		if (server.url() != null) {
			Side side = sides.getFirst();
			StatementCount.count(side.target(), server.url(), side.database().schema()).forEach(this.results::add);
		}
	}

	private void watchMemory(Side side) {
		for (int part = 1; part <= MEMORY_PARTS; part++) {
			long launches = this.options.memory() / MEMORY_PARTS * part;
			if (launches > side.launches()) {
				this.results.addErrors(side.goOnTo(launches).errors());
				memory(side);
			}
		}
	}

	private void memory(Side side) {
		this.results.addMemory("Memory (%s): tool %d MB after %,d launches (proportional set size)."
			.formatted(side.name(), Processes.megabytes(side.tool().handle()), side.launches()));
	}

	private static void hold(List<Side> sides) {
		sides.forEach((side) -> say("Running: %s, process %d, database %s".formatted(side.tool().address(),
				side.tool().handle().pid(), side.database().url())));
		say("Press Enter to stop.");
		try (Scanner scanner = new Scanner(System.in, UTF_8)) {
			if (scanner.hasNextLine()) {
				scanner.nextLine();
			}
		}
	}

	private static void say(String line) {
		System.err.println(line);
	}

}
