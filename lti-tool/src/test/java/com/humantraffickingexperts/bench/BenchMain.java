package com.humantraffickingexperts.bench;

import java.nio.file.Path;
import java.util.List;

import com.humantraffickingexperts.lti.grades.GradesBenchmark;

/**
 * What {@code bin/bench} starts: {@code JAR OUTPUT launch [--option value]...},
 * {@code JAR OUTPUT grades [--option value]...}, or
 * {@code JAR OUTPUT train CACHE [--option value]...}, which rehearses launches and writes
 * what Java learned from them to an ahead-of-time cache. Ends with 1 when a launch went
 * wrong, with 2 when the command line cannot be understood.
 */
public final class BenchMain {

	private BenchMain() {
	}

	/**
	 * Runs a benchmark.
	 * @param args the packaged tool, where results go, and the command line
	 */
	public static void main(String[] args) {
		List<String> arguments = List.of(args);
		if (arguments.size() > 2 && arguments.get(2).equals("grades")) {
			System.exit(grades(Path.of(arguments.get(1)).toAbsolutePath(), arguments.subList(3, arguments.size())));
		}
		boolean known = arguments.size() > 2
				&& (arguments.get(2).equals("launch") || (arguments.get(2).equals("train") && arguments.size() > 3));
		if (!known || arguments.contains("--help")) {
			System.err.print(Options.USAGE);
			System.exit(arguments.contains("--help") ? 0 : 2);
		}
		System.exit(run(arguments));
	}

	private static int grades(Path output, List<String> arguments) {
		if (arguments.contains("--help")) {
			System.err.print(GradesBenchmark.USAGE);
			return 0;
		}
		try {
			return GradesBenchmark.run(output, arguments) ? 0 : 1;
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.err.print(GradesBenchmark.USAGE);
			return 2;
		}
	}

	private static int run(List<String> arguments) {
		boolean training = arguments.get(2).equals("train");
		try {
			Options options = Options.parse(Path.of(arguments.get(0)).toAbsolutePath(),
					Path.of(arguments.get(1)).toAbsolutePath(), arguments.subList(training ? 4 : 3, arguments.size()));
			return (training ? Training.run(options, Path.of(arguments.get(3)).toAbsolutePath())
					: LaunchBenchmark.run(options)) ? 0 : 1;
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.err.print(Options.USAGE);
			return 2;
		}
		catch (WrongLaunch wrong) {
			System.err.println(wrong.kind() + ": " + wrong.getMessage());
			return 1;
		}
	}

}
