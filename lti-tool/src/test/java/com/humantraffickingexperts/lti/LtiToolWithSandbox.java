package com.humantraffickingexperts.lti;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.SimpleCommandLinePropertySource;

import com.humantraffickingexperts.sandbox.SandboxPlatform;
import com.humantraffickingexperts.sandbox.SandboxSettings;

/**
 * The tool with a sandbox LMS beside it, for trying it out: what {@code bin/run} starts.
 */
public final class LtiToolWithSandbox {

	private LtiToolWithSandbox() {
	}

	/**
	 * Starts both.
	 * @param args Spring Boot's command line arguments; {@code --sandbox.port} chooses
	 * the sandbox's port
	 */
	public static void main(String[] args) {
		SimpleCommandLinePropertySource given = new SimpleCommandLinePropertySource(args);
		int toolPort = Integer.parseInt(Objects.requireNonNullElse(given.getProperty("server.port"), "8080"));
		int sandboxPort = Integer.parseInt(Objects.requireNonNullElse(given.getProperty("sandbox.port"), "8081"));
		String tool = "http://localhost:" + toolPort;
		String sandbox = "http://" + SandboxBeside.HOST + ":" + sandboxPort;
		SpringApplication.from(LtiToolApplication::main)
			.with(SandboxBeside.class)
			.run(Stream
				.concat(Stream.of("--htmse.base-url=" + tool, "--htmse.network.allow-private-addresses=true",
						"--htmse.platforms[0].name=Sandbox LMS", "--htmse.platforms[0].issuer=" + sandbox,
						"--htmse.platforms[0].client-id=htmse-sandbox", "--htmse.platforms[0].deployment-ids[0]=1",
						"--htmse.platforms[0].authorization-endpoint=" + sandbox + "/oidc/authorize",
						"--htmse.platforms[0].token-endpoint=" + sandbox + "/oidc/token",
						"--htmse.platforms[0].jwks-uri=" + sandbox + "/oidc/jwks"), Stream.of(args))
				.toArray(String[]::new));
	}

	/**
	 * Starts the sandbox as a development-time service beside the tool, and stops it with
	 * the tool.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class SandboxBeside {

		/**
		 * Another site than the tool's, so that the frame is a third party's, as in a
		 * real LMS.
		 */
		private static final String HOST = "127.0.0.1";

		@Bean(destroyMethod = "close")
		SandboxPlatform sandbox(@Value("${htmse.base-url}") URI tool,
				@Value("${htmse.platforms[0].issuer}") URI issuer) {
			return SandboxPlatform.start(new SandboxSettings(tool, HOST, issuer.getPort(),
					Path.of("data", "sandbox.json"), Clock.systemUTC()));
		}

		@Bean
		ApplicationListener<ApplicationReadyEvent> whatToDoNext(SandboxPlatform sandbox,
				@Value("${htmse.base-url}") URI tool) {
			return (ready) -> System.out.printf("""

					The tool is running at        %s
					The sandbox LMS is running at %s

					Next: open the sandbox LMS, choose a student, open the course and click the module.
					Then come back as an instructor and look at the gradebook.
					What you do is kept in data/ (bin/run --fresh forgets it). Ctrl-C stops both.
					%n""", tool, sandbox.issuer());
		}

	}

}
