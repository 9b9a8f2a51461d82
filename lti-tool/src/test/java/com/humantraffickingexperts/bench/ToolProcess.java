package com.humantraffickingexperts.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** The packaged tool, running as a process of its own. */
final class ToolProcess implements AutoCloseable {

	private static final long LONGEST_START_SECONDS = 120;

	/** Writing an ahead-of-time cache takes a while on one core. */
	private static final long LONGEST_STOP_SECONDS = 300;

	private final Process process;

	private final URI address;

	private final Path log;

	private final long startedAt;

	private ToolProcess(Process process, URI address, Path log, long startedAt) {
		this.process = process;
		this.address = address;
		this.log = log;
		this.startedAt = startedAt;
	}

	/**
	 * Starts the tool; returns at once.
	 * @param options what to start and how
	 * @param platform the platform that it knows
	 * @param jdbcUrl its database
	 * @param cache how the ahead-of-time cache is used or written, as an argument of
	 * Java; empty for neither
	 * @param cores where it runs, or null for all cores
	 * @param name what its log is called
	 * @return the tool
	 */
	static ToolProcess start(Options options, Platform platform, String jdbcUrl, List<String> cache,
			@Nullable String cores, String name) {
		int port = freePort();
		URI address = URI.create("http://127.0.0.1:" + port);
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
		command.addAll(options.jvm());
		command.addAll(cache);
		command.addAll(List.of("-jar", options.jar().toString(), "--server.port=" + port, "--server.address=127.0.0.1",
				"--management.server.port=0", "--spring.main.banner-mode=off", "--spring.datasource.url=" + jdbcUrl,
				"--htmse.base-url=" + address, "--htmse.limits.launches-per-minute=100000000"));
		command.addAll(platform.registration());
		command.addAll(options.toolArguments());
		Path log = options.output().resolve("tool-" + name + ".log").toAbsolutePath();
		File directory = options.output().resolve("empty").toFile();
		try {
			Files.createDirectories(directory.toPath());
			long startedAt = System.nanoTime();
			Process process = new ProcessBuilder(Processes.pinned(cores, command)).directory(directory)
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
			return new ToolProcess(process, address, log, startedAt);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The tool cannot be started", ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No free port", ex);
		}
	}

	/**
	 * Waits until the port is open.
	 * @return nanoseconds since the process was started
	 */
	long awaitPort() {
		InetSocketAddress server = new InetSocketAddress(this.address.getHost(), this.address.getPort());
		while (true) {
			try (Socket socket = new Socket()) {
				socket.connect(server, 1000);
				return System.nanoTime() - this.startedAt;
			}
			catch (IOException ex) {
				checkAlive();
				pause();
			}
		}
	}

	/**
	 * Waits until a launch succeeds.
	 * @param target the tool
	 * @return nanoseconds since the process was started
	 */
	long awaitLaunch(Target target) {
		awaitPort();
		try (VirtualUser user = new VirtualUser(target)) {
			while (true) {
				try {
					user.launch();
					return System.nanoTime() - this.startedAt;
				}
				catch (WrongLaunch wrong) {
					if (!wrong.kind().endsWith("Exception")) {
						throw new IllegalStateException(wrong.kind() + ": " + wrong.getMessage() + ", see " + this.log,
								wrong);
					}
					checkAlive();
					pause();
				}
			}
		}
	}

	private void checkAlive() {
		long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - this.startedAt);
		if (!this.process.isAlive() || seconds > LONGEST_START_SECONDS) {
			throw new IllegalStateException("The tool did not start, see " + this.log);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	URI address() {
		return this.address;
	}

	ProcessHandle handle() {
		return this.process.toHandle();
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
