package com.humantraffickingexperts.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param jar the packaged tool
 * @param output where results and logs go
 * @param database h2, mysql or mariadb
 * @param jdbcUrl the address of a database server; null for none
 * @param seconds how long each measurement takes
 * @param rounds how often everything is measured in turn
 * @param concurrency how many virtual users at once; one measurement for each
 * @param warmup how many launches come before
 * @param warmupSeconds how long they may take
 * @param returning how many of the people came before, as a part of one
 * @param courses how many courses there are
 * @param links how many activities each course has
 * @param history how many launches the second database holds; 0 for no second database
 * @param prepare whether nothing is done but filling the second database, which then
 * stays for later
 * @param memory after how many launches in all the memory is measured at last; 0 for not
 * at all
 * @param cache the ahead-of-time cache with which the tool starts; null for none
 * @param coldStarts how often cold starts are repeated; 0 for none
 * @param module the module that every activity opens
 * @param jvm arguments of the tool's Java
 * @param toolArguments further arguments of the tool
 * @param headers what browsers send beside the usual headers
 * @param hold whether the tool goes on running in the end until a line is entered
 */
record Options(Path jar, Path output, String database, @Nullable String jdbcUrl, int seconds, int rounds,
		List<Integer> concurrency, long warmup, int warmupSeconds, double returning, int courses, int links,
		long history, boolean prepare, long memory, @Nullable Path cache, int coldStarts, String module,
		List<String> jvm, List<String> toolArguments, List<String> headers, boolean hold) {

	static final String USAGE = """
			bin/bench launch [--option value]...

			  --database NAME        h2, mysql or mariadb (h2; mysql when --jdbc-url is given)
			  --jdbc-url URL         a server whose user may create databases (HTMSE_TEST_JDBC_URL for mysql)
			  --seconds N            length of each measurement (10)
			  --rounds N             measurements of each kind, in turn (3)
			  --concurrency N,...    virtual users at once (1,16,64)
			  --warmup N             launches before (20000)
			  --warmup-seconds N     how long these may take at most (120)
			  --history N            measure also on a database with N launches and attempts (0: do not)
			  --prepare true         fill the database of --history, keep it for later runs, and measure nothing
			  --memory N             go on to N launches and measure the tool's memory on the way (0: do not)
			  --aot-cache FILE       the ahead-of-time cache with which the tool starts (bin/bench makes one; none: without)
			  --returning PART       how many people came before (0.3)
			  --courses N            courses (40)
			  --links N              activities in each (5)
			  --module ID            the module behind every activity (national-referral-mechanism)
			  --cold-starts N        repeats of each cold start (3; 0: none)
			  --jvm ARGUMENT         for the tool's Java; may be repeated
			  --tool ARGUMENT        for the tool; may be repeated
			  --header 'NAME: VALUE' sent by every browser; may be repeated
			  --hold true            leave the tool running in the end until Enter is pressed
			""";

	static Options parse(Path jar, Path output, List<String> arguments) {
		Arguments given = new Arguments(new ArrayList<>(arguments));
		String jdbcUrl = given.take("--jdbc-url");
		String database = given.take("--database");
		if (database == null) {
			database = (jdbcUrl == null) ? "h2" : jdbcUrl.startsWith("jdbc:mariadb:") ? "mariadb" : "mysql";
		}
		if (jdbcUrl == null && "mysql".equals(database)) {
			jdbcUrl = System.getenv("HTMSE_TEST_JDBC_URL");
		}
		Options options = new Options(jar, output, database, jdbcUrl, given.number("--seconds", 10),
				given.number("--rounds", 3),
				Stream.of(given.text("--concurrency", "1,16,64").split(",", -1)).map(Integer::valueOf).toList(),
				given.number("--warmup", 20_000), given.number("--warmup-seconds", 120),
				Double.parseDouble(given.text("--returning", "0.3")), given.number("--courses", 40),
				given.number("--links", 5), given.number("--history", 0),
				Boolean.parseBoolean(given.text("--prepare", "false")), given.number("--memory", 0),
				given.file("--aot-cache"), given.number("--cold-starts", 3),
				given.text("--module", "national-referral-mechanism"), given.all("--jvm"), given.all("--tool"),
				given.all("--header"), Boolean.parseBoolean(given.text("--hold", "false")));
		given.checkAllTaken();
		return options;
	}

	/**
	 * What makes Java use the ahead-of-time cache.
	 * @return arguments of Java; none without a cache
	 */
	List<String> cacheArguments() {
		return (this.cache == null) ? List.of() : List.of("-XX:AOTCache=" + this.cache);
	}

	/** The arguments that were not read yet. */
	private record Arguments(List<String> left) {

		@Nullable String take(String name) {
			int index = this.left.indexOf(name);
			if (index < 0) {
				return null;
			}
			if (index + 1 == this.left.size()) {
				throw new IllegalArgumentException("No value for " + name);
			}
			this.left.remove(index);
			return this.left.remove(index);
		}

		List<String> all(String name) {
			List<String> values = new ArrayList<>();
			for (String value = take(name); value != null; value = take(name)) {
				values.add(value);
			}
			return List.copyOf(values);
		}

		String text(String name, String byDefault) {
			return Objects.requireNonNullElse(take(name), byDefault);
		}

		@Nullable Path file(String name) {
			String value = take(name);
			return (value == null || "none".equals(value)) ? null : Path.of(value).toAbsolutePath();
		}

		int number(String name, int byDefault) {
			String value = take(name);
			return (value == null) ? byDefault : Integer.parseInt(value.replace("_", ""));
		}

		void checkAllTaken() {
			if (!this.left.isEmpty()) {
				throw new IllegalArgumentException("Unknown: " + String.join(" ", this.left));
			}
		}

	}

}
