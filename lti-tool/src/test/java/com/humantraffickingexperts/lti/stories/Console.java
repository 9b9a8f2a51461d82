package com.humantraffickingexperts.lti.stories;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.util.TestSocketUtils;

import com.humantraffickingexperts.lti.LtiToolApplication;
import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.database.TestDatabase;

/** The whole tool on an empty database, with a clock that the test moves. */
final class Console implements AutoCloseable {

	private final URI address;

	private final ConfigurableApplicationContext tool;

	Console(Map<String, Object> more) {
		int port = TestSocketUtils.findAvailableTcpPort();
		this.address = URI.create("http://localhost:" + port);
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("server.port", port);
		settings.put("management.server.port", -1);
		settings.put("spring.datasource.url", TestDatabase.newUrl(TestDatabase.Product.H2));
		settings.put("spring.main.banner-mode", "off");
		settings.put("htmse.base-url", this.address);
		settings.put("htmse.jobs.enabled", false);
		settings.put("htmse.network.allow-private-addresses", true);
		settings.putAll(more);
		this.tool = new SpringApplicationBuilder(LtiToolApplication.class, Time.class).run(settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new));
	}

	String url(String path) {
		return this.address + path;
	}

	SettableClock clock() {
		return bean(SettableClock.class);
	}

	<T> T bean(Class<T> type) {
		return this.tool.getBean(type);
	}

	@Override
	public void close() {
		this.tool.close();
	}

	/**
	 * The clock. Not marked as a configuration, so that the tool itself never finds it.
	 */
	static class Time {

		@Bean
		@Primary
		SettableClock settableClock() {
			return new SettableClock();
		}

	}

}
