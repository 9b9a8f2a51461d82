package com.humantraffickingexperts.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What Linux tells of processes in {@code /proc}. On other systems there are no figures,
 * and nothing is pinned.
 */
final class Processes {

	private static final Path PROC = Path.of("/proc");

	private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

	private static final Pattern ALLOWED = Pattern.compile("(?m)^Cpus_allowed_list:\\s+(\\S+)");

	/** The kernel's unit in all of {@code /proc}, whatever its own clock. */
	private static final int MILLIS_PER_TICK = 10;

	private static final int LISTENING = 0x0A;

	private Processes() {
	}

	/**
	 * The CPU time of a process and its descendants so far.
	 * @param process the process, or null for none
	 * @return milliseconds of user and system time
	 */
	static long cpuMillis(@Nullable ProcessHandle process) {
		return tree(process).mapToLong((one) -> ticks(one.pid())).sum() * MILLIS_PER_TICK;
	}

	private static long ticks(long pid) {
		String stat = read(PROC.resolve(pid + "/stat"));
		int name = stat.lastIndexOf(')');
		if (name < 0) {
			return 0;
		}
		String[] fields = stat.substring(name + 2).split(" ", -1);
		return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
	}

	/**
	 * The memory of a process and its descendants; what processes share is counted in
	 * proportion.
	 * @param process the process, or null for none
	 * @return megabytes
	 */
	static long megabytes(@Nullable ProcessHandle process) {
		return tree(process).mapToLong((one) -> {
			Matcher matcher = PROPORTIONAL.matcher(read(PROC.resolve(one.pid() + "/smaps_rollup")));
			return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
		}).sum() / 1024;
	}

	/**
	 * The CPU time of everything that ran on this machine so far.
	 * @return milliseconds
	 */
	static long machineCpuMillis() {
		String line = read(PROC.resolve("stat")).lines().findFirst().orElse("");
		String[] fields = line.strip().split("\\s+", -1);
		if (fields.length < 9) {
			return 0;
		}
		long busy = 0;
		for (int field : new int[] { 1, 2, 3, 6, 7 }) {
			busy += Long.parseLong(fields[field]);
		}
		return busy * MILLIS_PER_TICK;
	}

	private static Stream<ProcessHandle> tree(@Nullable ProcessHandle process) {
		return (process == null) ? Stream.of() : Stream.concat(Stream.of(process), process.descendants());
	}

	/**
	 * The process on this machine that listens on a port.
	 * @param port the port
	 * @return the process, or empty when it cannot be seen from here
	 */
	static Optional<ProcessHandle> listeningOn(int port) {
		OptionalLong socket = Stream.of("net/tcp", "net/tcp6")
			.flatMap((table) -> read(PROC.resolve(table)).lines().skip(1))
			.map((line) -> line.strip().split("\\s+", -1))
			.filter((fields) -> Integer.parseInt(fields[3], 16) == LISTENING
					&& Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16) == port)
			.mapToLong((fields) -> Long.parseLong(fields[9]))
			.findFirst();
		return socket.isEmpty() ? Optional.empty()
				: ProcessHandle.allProcesses()
					.filter((process) -> holds(process.pid(), "socket:[" + socket.getAsLong() + "]"))
					.findFirst();
	}

	private static boolean holds(long pid, String socket) {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
			for (Path file : files) {
				if (Files.readSymbolicLink(file).toString().equals(socket)) {
					return true;
				}
			}
		}
		catch (IOException | SecurityException ex) {
			// Gone meanwhile, or another person's process.
		}
		return false;
	}

	/**
	 * Whether tool and driver can be kept apart.
	 * @return true with two cores and {@code taskset}
	 */
	static boolean canPin() {
		return machineCores() > 1 && Files.isExecutable(Path.of("/usr/bin/taskset"));
	}

	private static long machineCores() {
		return read(PROC.resolve("cpuinfo")).lines().filter((line) -> line.startsWith("processor")).count();
	}

	/**
	 * Moves a running process with all its threads to some cores.
	 * @param process the process
	 * @param cores the cores, as {@code taskset -c} takes them
	 * @return the cores on which it might run before, or empty when it stays as it was
	 */
	static Optional<String> pin(ProcessHandle process, String cores) {
		Matcher before = ALLOWED.matcher(read(PROC.resolve(process.pid() + "/status")));
		if (!canPin() || !before.find()) {
			return Optional.empty();
		}
		try {
			List<String> command = List.of("taskset", "-a", "-c", "-p", cores, Long.toString(process.pid()));
			int exit = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
			return (exit == 0) ? Optional.of(before.group(1)) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	/**
	 * A command that runs on some cores.
	 * @param cores the cores, or null for all
	 * @param command the command
	 * @return the command, with {@code taskset} before it where that is possible
	 */
	static List<String> pinned(@Nullable String cores, List<String> command) {
		List<String> pinned = new ArrayList<>();
		if (canPin()) {
			pinned.addAll(List.of("taskset", "-c", (cores != null) ? cores : "0-" + (machineCores() - 1)));
		}
		pinned.addAll(command);
		return pinned;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException | SecurityException ex) {
			return "";
		}
	}

}
