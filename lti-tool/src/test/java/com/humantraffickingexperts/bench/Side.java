package com.humantraffickingexperts.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.bench.Load.Outcome;
import com.humantraffickingexperts.bench.Measurement.Meter;

/** A running tool on a database of its own: an empty one, or one with a history. */
final class Side implements AutoCloseable {

	private static final int WARM_UP_CONCURRENCY = 16;

	private final String name;

	private final BenchDatabase database;

	private final ToolProcess tool;

	private final Target target;

	private final @Nullable ProcessHandle server;

	private long launches;

	private Side(String name, BenchDatabase database, ToolProcess tool, Target target, @Nullable ProcessHandle server) {
		this.name = name;
		this.database = database;
		this.tool = tool;
		this.target = target;
		this.server = server;
	}

	static Side start(Options options, Platform platform, DatabaseServer server, long history) {
		String log = (history == 0) ? "empty" : "history";
		BenchDatabase database = (history == 0) ? BenchDatabase.create(server.url())
				: BenchDatabase.kept(server.url(), options.output(), history);
		try {
			long firstPerson = (history == 0) ? 1 : filled(options, platform, database, history);
			ToolProcess tool = start(options, platform, database, log);
			Target target = target(options, platform, tool, firstPerson);
			Side side = new Side((history == 0) ? "empty" : "%,d launches".formatted(history), database, tool, target,
					server.process());
			side.awaitLaunch();
			return side;
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	/** On all cores, until it is warm: Java compiles beside the work. */
	private static ToolProcess start(Options options, Platform platform, BenchDatabase database, String log) {
		return ToolProcess.start(options, platform, database.url(), options.cacheArguments(), LaunchBenchmark.ALL_CORES,
				log);
	}

	/**
	 * Makes sure that the kept database of a history is filled.
	 * @param options the shape of courses
	 * @param platform the platform of its launches
	 * @param database the database
	 * @param history how many launches it shall hold
	 * @return the number of the first person whom it does not know
	 */
	static long filled(Options options, Platform platform, BenchDatabase database, long history) {
		long people = History.peopleIn(database, history);
		if (people > 0) {
			return people;
		}
		try (ToolProcess first = start(options, platform, database, "filling")) {
			first.awaitLaunch(target(options, platform, first, History.people(history, options)));
		}
		fill(database, history, options);
		return History.peopleIn(database, history);
	}

	private void awaitLaunch() {
		try {
			this.tool.awaitLaunch(this.target);
		}
		catch (RuntimeException ex) {
			this.tool.close();
			throw ex;
		}
	}

	private static void fill(BenchDatabase database, long history, Options options) {
		try (Connection connection = database.connect()) {
			History.fill(connection, history, options);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The history cannot be written", ex);
		}
	}

	static Target target(Options options, Platform platform, ToolProcess tool, long firstPerson) {
		return new Target(tool.address(), platform,
				new Population(firstPerson, options.returning(), options.courses(), options.links()),
				options.headers());
	}

	Outcome warmUp(Options options) {
		Outcome outcome = Load.run(this.target, WARM_UP_CONCURRENCY, options.warmup(),
				Duration.ofSeconds(options.warmupSeconds()));
		this.launches += outcome.whole().count();
		Processes.pin(this.tool.handle(), LaunchBenchmark.TOOL_CORE);
		return outcome;
	}

	Measurement measure(int concurrency, int round, Duration duration) {
		Meter before = Meter.read(this.tool.handle(), this.server);
		Outcome outcome = Load.run(this.target, concurrency, Long.MAX_VALUE, duration);
		Meter used = Meter.read(this.tool.handle(), this.server).since(before);
		this.launches += outcome.whole().count();
		return Measurement.of(this.name, concurrency, round, outcome, used, this.server != null,
				Processes.megabytes(this.tool.handle()));
	}

	/**
	 * Launches until the running tool has seen so many.
	 * @param launches how many in all
	 * @return what was seen
	 */
	Outcome goOnTo(long launches) {
		Outcome outcome = Load.run(this.target, WARM_UP_CONCURRENCY, Math.max(0, launches - this.launches),
				Duration.ofHours(1));
		this.launches += outcome.whole().count();
		return outcome;
	}

	String name() {
		return this.name;
	}

	/** How many launches the running tool has seen. */
	long launches() {
		return this.launches;
	}

	ToolProcess tool() {
		return this.tool;
	}

	Target target() {
		return this.target;
	}

	BenchDatabase database() {
		return this.database;
	}

	@Override
	public void close() {
		this.tool.close();
		this.database.close();
	}

}
