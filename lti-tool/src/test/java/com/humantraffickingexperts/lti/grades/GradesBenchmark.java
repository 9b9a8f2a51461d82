package com.humantraffickingexperts.lti.grades;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What {@code bin/bench grades} does: how fast owed scores are delivered, and whether the
 * gradebook is right in the end when everything fails. Every node is a process of its
 * own.
 */
public final class GradesBenchmark {

	/** How it is called. */
	public static final String USAGE = """
			bin/bench grades [--option value]...
			  --jdbc-url URL         a MySQL or MariaDB server whose user may create databases (HTMSE_TEST_JDBC_URL)
			  --scores N             how many scores are owed after the outage (10000; 0: no throughput)
			  --learners N           learners of the chaos run (2000; 0: no chaos)
			  --kills N              how often a node is killed with kill -9 (6)
			  --ahead SECONDS        how far the clock of the second node is ahead in the chaos run (3600)
			""";

	private static final int PARALLEL = 16;

	private static final int LINKS = 20;

	private final String server;

	private final Path output;

	private final Map<String, String> options;

	private GradesBenchmark(String server, Path output, Map<String, String> options) {
		this.server = server;
		this.output = output;
		this.options = options;
	}

	/**
	 * Runs it.
	 * @param output where logs go
	 * @param arguments the command line
	 * @return whether every cell held the best score in the end
	 */
	public static boolean run(Path output, List<String> arguments) {
		Map<String, String> options = new TreeMap<>();
		for (int i = 0; i + 1 < arguments.size(); i += 2) {
			options.put(arguments.get(i), arguments.get(i + 1));
		}
		String server = options.getOrDefault("--jdbc-url", System.getenv("HTMSE_TEST_JDBC_URL"));
		if (server == null) {
			throw new IllegalArgumentException("Give a server: --jdbc-url, or HTMSE_TEST_JDBC_URL");
		}
		GradesBenchmark benchmark = new GradesBenchmark(server, output, options);
		boolean well = true;
		if (benchmark.number("--scores", 10_000) > 0) {
			System.out.println(
					"| nodes | platforms | scores | delivered in s, from the first | scores/s | from the end of the outage s | most calls at once at one platform |");
			System.out.println("|---|---|---|---|---|---|---|");
			for (int[] shape : new int[][] { { 1, 1 }, { 2, 1 }, { 1, 2 }, { 2, 2 } }) {
				well &= benchmark.drain(shape[0], shape[1]);
			}
		}
		return (benchmark.number("--learners", 2000) == 0 || benchmark.chaos()) && well;
	}

	private int number(String name, int byDefault) {
		return Integer.parseInt(this.options.getOrDefault(name, Integer.toString(byDefault)));
	}

	/** An outage leaves scores owed; then the platform answers in 50 ms. */
	private boolean drain(int nodes, int platforms) {
		int scores = number("--scores", 10_000);
		try (Database database = new Database(this.server); ChaosPlatform platform = new ChaosPlatform()) {
			platform.isDown(true);
			List<Node> running = new ArrayList<>();
			try {
				for (int i = 0; i < nodes; i++) {
					running.add(new Node(database.url, platform, 0, platforms, "drain" + i, List.of()));
				}
				running.forEach(Node::awaitReady);
				for (int learner = 0; learner < scores; learner++) {
					running.get(learner % nodes).completes(learner, 50);
				}
				running.forEach(Node::awaitAll);
				platform.answersAfter(50);
				long back = System.nanoTime();
				platform.isDown(false);
				while (platform.stored() < scores && seconds(back) < 600) {
					pause();
				}
				double fromBack = seconds(back);
				double fromFirst = seconds(platform.firstStoredNanos());
				System.out.printf(Locale.ROOT, "| %d | %d | %d | %.1f | %.0f | %.1f | %d |%n", nodes, platforms,
						platform.stored(), fromFirst, platform.stored() / fromFirst, fromBack, platform.mostAtOnce());
				return platform.stored() == scores;
			}
			finally {
				running.forEach(Node::close);
			}
		}
	}

	private boolean chaos() {
		int learners = number("--learners", 2000);
		int kills = number("--kills", 6);
		int ahead = number("--ahead", 3600);
		Random random = new Random(6);
		try (Database database = new Database(this.server); ChaosPlatform platform = new ChaosPlatform()) {
			platform.failsAt(0.3);
			platform.answersAfter(20);
			List<String> hasty = List.of("htmse.grades.lease=15s", "htmse.grades.first-retry=500ms",
					"htmse.grades.longest-retry=10s", "htmse.grades.longest-pause=2s", "htmse.network.read-timeout=2s");
			List<Node> nodes = new ArrayList<>(List.of(new Node(database.url, platform, 0, 1, "chaos0", hasty),
					new Node(database.url, platform, ahead, 1, "chaos1", hasty)));
			nodes.forEach(Node::awaitReady);
			long begin = System.nanoTime();
			int killed = 0;
			int done = 0;
			List<int[]> lost = new ArrayList<>();
			try {
				for (int round = 1; round <= 3; round++) {
					List<Integer> order = new ArrayList<>();
					for (int learner = 0; learner < learners; learner++) {
						order.add(learner);
					}
					Collections.shuffle(order, random);
					for (int learner : order) {
						nodes.get(random.nextInt(2)).completes(learner, given(learner, round));
						if (++done % (3 * learners / (kills + 1)) == 0 && killed < kills) {
							int victim = killed++ % 2;
							lost.addAll(nodes.get(victim).kill());
							Node next = new Node(database.url, platform, (victim == 1) ? ahead : 0, 1,
									"chaos" + victim + "-" + killed, hasty);
							next.awaitReady();
							nodes.set(victim, next);
							// What was not confirmed is said again, as a learner's
							// browser would.
							lost.forEach((completion) -> nodes.get(victim).completes(completion[0], completion[1]));
							lost.clear();
						}
					}
					nodes.forEach(Node::awaitAll);
				}
				Map<String, BigDecimal> best = best(learners);
				while (!best.equals(platform.held()) && seconds(begin) < 900) {
					pause();
				}
				return report(platform, best, killed, seconds(begin));
			}
			finally {
				nodes.forEach(Node::close);
			}
		}
	}

	private boolean report(ChaosPlatform platform, Map<String, BigDecimal> best, int kills, double seconds) {
		Map<String, BigDecimal> held = platform.held();
		long lost = best.entrySet().stream().filter((cell) -> !cell.getValue().equals(held.get(cell.getKey()))).count();
		int doubled = platform.cells() - held.size();
		System.out.printf(Locale.ROOT,
				"%nChaos: %d learners x 3, %d links, 2 nodes, %d kills, %.0f s%nlost %d, stale %d, wiped %d, "
						+ "future timestamps %d, cells in a second column %d, sent again with the same points %d%n%s%n",
				best.size(), LINKS, kills, seconds, lost, platform.count("stale", 0), platform.count("wiped", 0),
				platform.count("future timestamps", 0), doubled, platform.count("duplicates", 0), platform.counts());
		return lost == 0 && doubled == 0 && platform.count("stale", 0) == 0 && platform.count("wiped", 0) == 0
				&& platform.count("future timestamps", 0) == 0;
	}

	/** One learner in three is better the second time than the third. */
	private static int given(int learner, int round) {
		int[] given = (learner % 3 == 0) ? new int[] { 40, 90, 60 } : new int[] { 40, 60, 90 };
		return given[round - 1] + (learner % 10);
	}

	private static Map<String, BigDecimal> best(int learners) {
		Map<String, BigDecimal> best = new TreeMap<>();
		for (int learner = 0; learner < learners; learner++) {
			best.put("learner-" + learner, BigDecimal.valueOf(90 + (learner % 10)));
		}
		return best;
	}

	private static double seconds(long since) {
		return (System.nanoTime() - since) / 1e9;
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** A database of its own. */
	private static final class Database implements AutoCloseable {

		private final String server;

		private final String name = "htmse_grades_" + System.nanoTime();

		private final String url;

		Database(String server) {
			this.server = server;
			this.url = server.replaceFirst("(jdbc:\\w+://[^/]+/)[^?]*", "$1" + this.name);
			execute("create database " + this.name);
		}

		private void execute(String sql) {
			try (Connection connection = DriverManager.getConnection(this.server);
					Statement statement = connection.createStatement()) {
				statement.execute(sql);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(sql + " failed at " + this.server, ex);
			}
		}

		@Override
		public void close() {
			execute("drop database " + this.name);
		}

	}

	/** A node in a process of its own. */
	private final class Node {

		private final Process process;

		private final Writer input;

		private final CountDownLatch ready = new CountDownLatch(1);

		/** What was said to it and not confirmed yet. */
		private final Map<String, int[]> open = new ConcurrentHashMap<>();

		Node(String url, ChaosPlatform platform, int ahead, int registrations, String name, List<String> settings) {
			List<String> command = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx512m",
					"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), GradesNode.class.getName(),
					url, platform.origin(), Integer.toString(ahead), Integer.toString(registrations),
					Integer.toString(LINKS), "htmse.grades.parallel-calls=" + PARALLEL,
					"htmse.network.maximum-connections-per-platform=64", "spring.flyway.enabled=true"));
			command.addAll(settings);
			try {
				Files.createDirectories(GradesBenchmark.this.output);
				this.process = new ProcessBuilder(command)
					.redirectError(GradesBenchmark.this.output.resolve("grades-" + name + ".log").toFile())
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.input = new BufferedWriter(
					new OutputStreamWriter(this.process.getOutputStream(), StandardCharsets.UTF_8));
			Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this.process::destroyForcibly));
			Thread.ofVirtual().start(this::listen);
		}

		private void listen() {
			try (BufferedReader out = new BufferedReader(
					new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
				for (String line = out.readLine(); line != null; line = out.readLine()) {
					if (line.equals("ready")) {
						this.ready.countDown();
					}
					else if (line.startsWith("failed ")) {
						int[] again = this.open.get(line.substring(7));
						if (again != null) {
							completes(again[0], again[1]);
						}
					}
					else {
						this.open.remove(line);
					}
				}
			}
			catch (IOException ex) {
				// it was killed
			}
		}

		void awaitReady() {
			try {
				if (!this.ready.await(180, TimeUnit.SECONDS)) {
					throw new IllegalStateException("A node did not start, see " + GradesBenchmark.this.output);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

		synchronized void completes(int learner, int given) {
			this.open.put(learner + " " + given, new int[] { learner, given });
			try {
				this.input.write(learner + " " + given + "\n");
				this.input.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		void awaitAll() {
			long begin = System.nanoTime();
			while (!this.open.isEmpty()) {
				if (seconds(begin) > 600) {
					throw new IllegalStateException("Completions are not recorded: " + this.open.size());
				}
				pause();
			}
		}

		/** Ends by {@code kill -9}; what was not confirmed is returned. */
		List<int[]> kill() {
			this.process.destroyForcibly();
			try {
				this.process.waitFor();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return new ArrayList<>(this.open.values());
		}

		void close() {
			kill();
		}

	}

}
