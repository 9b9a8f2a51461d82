package com.humantraffickingexperts.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.humantraffickingexperts.bench.Load.Outcome;

/**
 * Rehearses launches on an empty embedded database and keeps what Java learned from them:
 * classes as they are after loading and linking, and which methods are worth compiling.
 *
 * @see <a href="https://openjdk.org/jeps/515">JEP 515</a>
 */
final class Training {

	private static final int CONCURRENCY = 8;

	private static final int LAUNCHES = 5_000;

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private Training() {
	}

	/**
	 * Trains.
	 * @param options the tool
	 * @param cache the file that is written
	 * @return whether every launch was right, and the cache was written
	 */
	static boolean run(Options options, Path cache) {
		Outcome outcome;
		try {
			Files.deleteIfExists(cache);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		try (Platform platform = Platform.start(options.module());
				BenchDatabase database = BenchDatabase.create(null);
				ToolProcess tool = ToolProcess.start(options, platform, database.url(),
						List.of("-XX:AOTCacheOutput=" + cache), null, "training")) {
			Target target = Side.target(options, platform, tool, 1);
			tool.awaitLaunch(target);
			outcome = Load.run(target, CONCURRENCY, LAUNCHES, LONGEST);
		}
		outcome.errors()
			.forEach((kind, wrong) -> System.err
				.println(wrong.count() + " x " + kind + ", for instance: " + wrong.example()));
		System.err.printf("Trained by %,d launches: %s%n", outcome.whole().count(), cache);
		return outcome.errors().isEmpty() && Files.isRegularFile(cache);
	}

}
