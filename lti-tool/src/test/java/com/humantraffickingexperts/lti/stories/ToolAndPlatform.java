package com.humantraffickingexperts.lti.stories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.humantraffickingexperts.lti.LtiToolApplication;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.sandbox.SandboxPlatform;
import com.humantraffickingexperts.sandbox.SandboxSettings;

/**
 * The whole tool and a sandbox LMS, each on a site of its own (localhost and 127.0.0.1
 * are different sites), so that the tool's frame is a third party's.
 */
final class ToolAndPlatform implements AutoCloseable {

	private final SandboxPlatform platform;

	private final Map<String, Object> settings;

	private ConfigurableApplicationContext tool;

	private final URI toolAddress;

	private ToolAndPlatform(TestDatabase.Product database, boolean registered, Map<String, Object> more) {
		int port = freePort();
		this.toolAddress = URI.create("http://localhost:" + port);
		this.platform = SandboxPlatform.start(SandboxSettings.forTool(this.toolAddress));
		this.settings = settings(port, TestDatabase.newUrl(database));
		if (registered) {
			this.settings.putAll(registration());
		}
		this.settings.putAll(more);
		this.tool = started();
	}

	/** Starts the tool again, with further settings, on the same database. */
	void restart(Map<String, Object> more) {
		this.tool.close();
		this.settings.putAll(more);
		this.tool = started();
	}

	private ConfigurableApplicationContext started() {
		return new SpringApplicationBuilder(LtiToolApplication.class).run(arguments(this.settings));
	}

	static ToolAndPlatform on(TestDatabase.Product database) {
		return new ToolAndPlatform(database, true, Map.of());
	}

	/** The same, with further settings of the tool. */
	static ToolAndPlatform on(TestDatabase.Product database, Map<String, Object> more) {
		return new ToolAndPlatform(database, true, more);
	}

	/** The same, as it is on the first day: neither knows the other. */
	static ToolAndPlatform unregistered(TestDatabase.Product database, Map<String, Object> more) {
		return new ToolAndPlatform(database, false, more);
	}

	private Map<String, Object> settings(int port, String databaseUrl) {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("server.port", port);
		settings.put("management.server.port", 0);
		settings.put("spring.datasource.url", databaseUrl);
		settings.put("spring.main.banner-mode", "off");
		settings.put("htmse.jobs.polling-interval", "200ms");
		settings.put("htmse.base-url", this.toolAddress);
		settings.put("htmse.network.allow-private-addresses", true);
		return settings;
	}

	private Map<String, Object> registration() {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("htmse.platforms[0].name", "Sandbox LMS");
		settings.put("htmse.platforms[0].issuer", this.platform.issuer());
		settings.put("htmse.platforms[0].client-id", "htmse-sandbox");
		settings.put("htmse.platforms[0].deployment-ids[0]", "1");
		settings.put("htmse.platforms[0].authorization-endpoint", this.platform.authorizationEndpoint());
		settings.put("htmse.platforms[0].token-endpoint", this.platform.tokenEndpoint());
		settings.put("htmse.platforms[0].jwks-uri", this.platform.jwksUri());
		return settings;
	}

	private static String[] arguments(Map<String, Object> settings) {
		return settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new);
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException("No free port", ex);
		}
	}

	SandboxPlatform platform() {
		return this.platform;
	}

	URI toolAddress() {
		return this.toolAddress;
	}

	<T> T bean(Class<T> type) {
		return this.tool.getBean(type);
	}

	@Override
	public void close() {
		this.tool.close();
		this.platform.close();
	}

}
