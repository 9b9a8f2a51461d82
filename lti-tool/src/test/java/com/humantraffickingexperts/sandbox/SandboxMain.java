package com.humantraffickingexperts.sandbox;

import java.net.URI;
import java.nio.file.Path;

/**
 * Runs the sandbox alone.
 */
public final class SandboxMain {

	private SandboxMain() {
	}

	/**
	 * Starts the sandbox and keeps it running until the process ends.
	 * @param args the port, the tool's public address, and optionally the file to keep
	 * the state in
	 */
	public static void main(String[] args) {
		if (args.length < 2 || args.length > 3 || !args[0].matches("\\d{1,5}")) {
			System.err.println("Usage: SandboxMain PORT TOOL-BASE-URL [DATA-FILE]");
			System.exit(2);
		}
		SandboxSettings settings = SandboxSettings.forTool(URI.create(args[1])).onPort(Integer.parseInt(args[0]));
		SandboxPlatform sandbox = SandboxPlatform
			.start((args.length == 3) ? settings.keptIn(Path.of(args[2])) : settings);
		Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
		System.out.println("The sandbox LMS is at " + sandbox.issuer());
	}

}
