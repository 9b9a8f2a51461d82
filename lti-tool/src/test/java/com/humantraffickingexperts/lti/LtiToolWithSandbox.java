package com.humantraffickingexperts.lti;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

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
		SpringApplication.from(LtiToolApplication::main).with(SandboxBeside.class).run(args);
	}

	/** Starts the sandbox as a development-time service, and makes the tool know it. */
	@TestConfiguration(proxyBeanMethods = false)
	static class SandboxBeside {

		/**
		 * Another site than the tool's, so that the frame is a third party's, as in a
		 * real LMS.
		 */
		private static final String HOST = "127.0.0.1";

		@Bean(destroyMethod = "close")
		SandboxPlatform sandbox(Environment environment) {
			URI tool = URI.create(environment.getProperty("htmse.base-url",
					"http://localhost:" + environment.getProperty("server.port", "8080")));
			return SandboxPlatform
				.start(new SandboxSettings(tool, HOST, environment.getProperty("sandbox.port", Integer.class, 8081),
						Path.of("data", "sandbox.json"), Clock.systemUTC()));
		}

		@Bean
		DynamicPropertyRegistrar sandboxRegistration(SandboxPlatform sandbox, Environment environment) {
			Map<String, Supplier<Object>> settings = new LinkedHashMap<>();
			settings.put("name", () -> "Sandbox LMS");
			settings.put("issuer", sandbox::issuer);
			settings.put("client-id", () -> "htmse-sandbox");
			settings.put("deployment-ids[0]", () -> "1");
			settings.put("authorization-endpoint", sandbox::authorizationEndpoint);
			settings.put("token-endpoint", sandbox::tokenEndpoint);
			settings.put("jwks-uri", sandbox::jwksUri);
			String port = environment.getProperty("server.port", "8080");
			return (registry) -> {
				settings.forEach((name, value) -> registry.add("htmse.platforms[0]." + name, value));
				registry.add("htmse.base-url", () -> "http://localhost:" + port);
				registry.add("htmse.network.allow-private-addresses", () -> true);
			};
		}

		@Bean
		ApplicationListener<ApplicationReadyEvent> whatToDoNext(SandboxPlatform sandbox, Environment environment) {
			return (ready) -> System.out.printf("""

					The tool is running at        http://localhost:%s
					The sandbox LMS is running at %s

					Next: open the sandbox LMS, choose a student, open the course and click the module.
					Then come back as an instructor and look at the gradebook.
					What you do is kept in data/ (bin/run --fresh forgets it). Ctrl-C stops both.
					%n""", environment.getProperty("server.port", "8080"), sandbox.issuer());
		}

	}

}
