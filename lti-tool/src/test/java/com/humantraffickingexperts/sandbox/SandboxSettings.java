package com.humantraffickingexperts.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is started.
 *
 * @param toolBaseUrl the public address of the tool, without a slash at the end
 * @param host the host in the platform's issuer; with {@code 127.0.0.1} or
 * {@code localhost} only this machine reaches the platform
 * @param port the port to listen on; 0 takes a free one
 * @param dataFile where keys, grades, links and registrations are kept; null keeps them
 * in memory
 * @param clock the platform's time, before any skew
 */
public record SandboxSettings(URI toolBaseUrl, String host, int port, @Nullable Path dataFile, Clock clock) {

	/**
	 * Settings for a platform on a free port of the loopback address that remembers
	 * nothing.
	 * @param toolBaseUrl the public address of the tool
	 * @return the settings
	 */
	public static SandboxSettings forTool(URI toolBaseUrl) {
		return new SandboxSettings(toolBaseUrl, "127.0.0.1", 0, null, Clock.systemUTC());
	}

	public SandboxSettings onHost(String newHost) {
		return new SandboxSettings(this.toolBaseUrl, newHost, this.port, this.dataFile, this.clock);
	}

	public SandboxSettings onPort(int newPort) {
		return new SandboxSettings(this.toolBaseUrl, this.host, newPort, this.dataFile, this.clock);
	}

	public SandboxSettings keptIn(Path newDataFile) {
		return new SandboxSettings(this.toolBaseUrl, this.host, this.port, newDataFile, this.clock);
	}

	public SandboxSettings withClock(Clock newClock) {
		return new SandboxSettings(this.toolBaseUrl, this.host, this.port, this.dataFile, newClock);
	}

}
