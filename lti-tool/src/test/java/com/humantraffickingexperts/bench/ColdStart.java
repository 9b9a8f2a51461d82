package com.humantraffickingexperts.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How long the tool takes from the start of its process.
 *
 * @param kind what is special about the start
 * @param portSeconds until its port is open
 * @param launchSeconds until the first launch has arrived
 * @param cpuSeconds the CPU time spent until then
 */
record ColdStart(String kind, double portSeconds, double launchSeconds, double cpuSeconds) {

	static List<ColdStart> measure(Options options, Platform platform, DatabaseServer server) {
		List<ColdStart> starts = new ArrayList<>();
		try (BenchDatabase database = BenchDatabase.create(server.url())) {
			List<String> cache = options.cacheArguments();
			starts.add(once("first of all, two cores", LaunchBenchmark.ALL_CORES, options, cache, platform, database));
			for (int repeat = 0; repeat < options.coldStarts(); repeat++) {
				starts.add(once("two cores", LaunchBenchmark.ALL_CORES, options, cache, platform, database));
				starts.add(once("one core", LaunchBenchmark.TOOL_CORE, options, cache, platform, database));
				if (!cache.isEmpty()) {
					starts.add(once("two cores, no ahead-of-time cache", LaunchBenchmark.ALL_CORES, options, List.of(),
							platform, database));
				}
			}
		}
		return starts;
	}

	private static ColdStart once(String kind, String cores, Options options, List<String> cache, Platform platform,
			BenchDatabase database) {
		try (ToolProcess tool = ToolProcess.start(options, platform, database.url(), cache, cores, "cold")) {
			long port = tool.awaitPort();
			long launch = tool.awaitLaunch(Side.target(options, platform, tool, 1));
			return new ColdStart(kind, port / 1e9, launch / 1e9, Processes.cpuMillis(tool.handle()) / 1e3);
		}
	}

}
