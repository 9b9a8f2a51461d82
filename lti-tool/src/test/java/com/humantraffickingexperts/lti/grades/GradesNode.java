package com.humantraffickingexperts.lti.grades;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.humantraffickingexperts.lti.keys.ToolKeys;
import com.humantraffickingexperts.lti.launch.RememberedLinks;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.Registrations;

/**
 * A node of the tool, as far as grades are concerned: the real database, scheduler,
 * outbox and HTTP client, without the pages. As a process of its own it reads completions
 * from its input, a line for each, and says which it has recorded.
 */
class GradesNode {

	/** What a module is worth. */
	static final int MAXIMUM = 100;

	private final ConfigurableApplicationContext context;

	private final String origin;

	private final TransactionTemplate transactions;

	private GradesNode(ConfigurableApplicationContext context, String origin) {
		this.context = context;
		this.origin = origin;
		this.transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
	}

	/**
	 * Starts a node.
	 * @param jdbcUrl the database
	 * @param origin the platform
	 * @param ahead how far the node's clock is ahead, in seconds
	 * @param settings further settings, as {@code name=value}
	 */
	static GradesNode start(String jdbcUrl, String origin, long ahead, String... settings) {
		List<String> all = new ArrayList<>(List.of("spring.config.location=optional:classpath:/none/",
				"spring.datasource.url=" + jdbcUrl, "spring.datasource.hikari.maximum-pool-size=12",
				"spring.datasource.hikari.data-source-properties.rewriteBatchedStatements=true",
				"spring.datasource.hikari.data-source-properties.cachePrepStmts=true",
				"spring.datasource.hikari.data-source-properties.useServerPrepStmts=true",
				"spring.datasource.hikari.data-source-properties.useLocalSessionState=true",
				"spring.flyway.enabled=false", "htmse.network.allow-private-addresses=true", "logging.level.root=error",
				"logging.level.com.humantraffickingexperts=error", "test.origin=" + origin, "test.ahead=" + ahead));
		all.addAll(Arrays.asList(settings));
		return new GradesNode(new SpringApplicationBuilder(Parts.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties(all.toArray(String[]::new))
			.run(), origin);
	}

	/** A learner completes a module, and it is recorded when this returns. */
	void completes(int learner, int given, int registrations, int links) {
		TestCompletions completion = completion(learner, given, registrations, links);
		this.transactions.executeWithoutResult(
				(status) -> this.context.publishEvent(completion.event(this.context.getBean(Clock.class).instant())));
	}

	private TestCompletions completion(int learner, int given, int registrations, int links) {
		Registration registration = registration(this.origin, learner % registrations);
		String link = "link-" + (learner % links);
		String base = this.origin + "/r" + (learner % registrations) + "/items";
		return new TestCompletions(registration, "learner-" + learner, link, Standing.LEARNER, false,
				TestCompletions.ags(null, base, AgsScope.SCORE, AgsScope.LINE_ITEM, AgsScope.LINE_ITEM_READONLY,
						AgsScope.RESULT_READONLY),
				"spot-the-signs", Integer.toString(given), Integer.toString(MAXIMUM));
	}

	static Registration registration(String origin, int number) {
		return TestPlatformCalls.registration(origin, "r" + number, PlatformFamily.GENERIC);
	}

	/**
	 * Ends as by {@code kill -9}, as far as that is possible within one process: nothing
	 * that the node does any more reaches the database.
	 */
	void kill() {
		((HikariDataSource) this.context.getBean(DataSource.class)).close();
		Thread.ofVirtual().start(this.context::close);
	}

	void close() {
		this.context.close();
	}

	/**
	 * A process: {@code JDBC-URL ORIGIN AHEAD REGISTRATIONS LINKS [SETTING]...}.
	 * @param args what it needs to know
	 * @throws IOException when its input cannot be read
	 */
	public static void main(String[] args) throws IOException {
		GradesNode node = start(args[0], args[1], Long.parseLong(args[2]), Arrays.copyOfRange(args, 5, args.length));
		int registrations = Integer.parseInt(args[3]);
		int links = Integer.parseInt(args[4]);
		System.out.println("ready");
		try (ExecutorService threads = Executors.newFixedThreadPool(8);
				BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String[] words = line.split(" ");
				threads.execute(() -> {
					try {
						node.completes(Integer.parseInt(words[0]), Integer.parseInt(words[1]), registrations, links);
						System.out.println(words[0] + " " + words[1]);
					}
					catch (RuntimeException ex) {
						System.out.println("failed " + words[0] + " " + words[1]);
					}
				});
			}
		}
		node.close();
	}

	/**
	 * What the node has of the tool, and what it does not. Not marked as a configuration,
	 * so that the tool itself never finds it.
	 */
	@EnableAutoConfiguration
	@ComponentScan(
			basePackages = { "com.humantraffickingexperts.lti.grades", "com.humantraffickingexperts.lti.scheduling",
					"com.humantraffickingexperts.lti.platform", "com.humantraffickingexperts.lti.network",
					"com.humantraffickingexperts.lti.database" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|GradesNode).*"))
	@ConfigurationPropertiesScan({ "com.humantraffickingexperts.lti.grades",
			"com.humantraffickingexperts.lti.scheduling", "com.humantraffickingexperts.lti.network" })
	static class Parts {

		@Bean
		Clock clock(@Value("${test.ahead}") long ahead) {
			return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(ahead));
		}

		@Bean
		RememberedLinks rememberedLinks() {
			return (link, learner) -> Optional.empty();
		}

		@Bean
		ToolKeys toolKeys() {
			return (claims) -> "header.payload.signature";
		}

		@Bean
		Registrations registrations(@Value("${test.origin}") String origin) {
			return new Registrations() {
				@Override
				public Optional<Registration> find(RegistrationId id) {
					return Optional.of(registration(origin, Integer.parseInt(id.value().substring(1))));
				}

				@Override
				public List<Registration> all() {
					return List.of();
				}

				@Override
				public List<Registration> ofIssuer(String issuer) {
					return List.of();
				}
			};
		}

	}

}
