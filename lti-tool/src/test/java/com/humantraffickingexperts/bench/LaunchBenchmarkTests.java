package com.humantraffickingexperts.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.humantraffickingexperts.bench.Load.Outcome;
import com.humantraffickingexperts.bench.Measurement.Meter;
import com.humantraffickingexperts.lti.LtiToolApplication;
import com.humantraffickingexperts.lti.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the benchmark from rotting; measures nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchBenchmarkTests {

	private final Options options = Options.parse(Path.of("none.jar"), Path.of("target", "bench"),
			List.of("--courses", "3"));

	private final Platform platform = Platform.start(this.options.module());

	private final String database = TestDatabase.newUrl(TestDatabase.Product.H2);

	private final int port = freePort();

	private final ConfigurableApplicationContext tool = new SpringApplicationBuilder(LtiToolApplication.class)
		.run(arguments().toArray(String[]::new));

	private final Target target = new Target(URI.create("http://127.0.0.1:" + this.port), this.platform,
			new Population(1000, 0.5, this.options.courses(), this.options.links()), List.of("Accept-Encoding: gzip"));

	private List<String> arguments() {
		List<String> arguments = new ArrayList<>(this.platform.registration());
		arguments.addAll(List.of("--server.port=" + this.port, "--management.server.port=0",
				"--htmse.base-url=http://127.0.0.1:" + this.port, "--spring.datasource.url=" + this.database,
				"--spring.main.banner-mode=off"));
		return arguments;
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@BeforeAll
	void launchOnce() throws WrongLaunch {
		try (VirtualUser user = new VirtualUser(this.target)) {
			user.launch();
		}
	}

	@AfterAll
	void close() {
		this.tool.close();
		this.platform.close();
	}

	@Test
	void launchesReachThePagesOfTheRightPeople() {
		Outcome outcome = Load.run(this.target, 4, 24, Duration.ofSeconds(20));
		assertThat(outcome.errors()).isEmpty();
		assertThat(outcome.whole().count()).isEqualTo(24);
		assertThat(outcome.perSecond()).isPositive();
	}

	@Test
	void aPageThatNamesAnybodyElseIsWrong() {
		Visit visit = new Visit(7, 0, 0);
		assertThat(visit.isShownBy("<p>Imogen Marker-000000007</p>")).isTrue();
		assertThat(visit.isShownBy("<p>Somebody</p>")).isFalse();
		assertThat(visit.isShownBy("Imogen Marker-000000007, Imogen Marker-000000008")).isFalse();
		assertThat(visit.isShownBy("Imogen Marker-0000000071")).isFalse();
	}

	@Test
	void aLoginThatLeadsToAnotherPlatformIsCountedByItsKind() {
		try (Platform stranger = Platform.start(this.options.module())) {
			Target strange = new Target(this.target.tool(), stranger, this.target.population(), List.of());
			assertThat(Load.run(strange, 1, 2, Duration.ofSeconds(20)).errors())
				.containsOnlyKeys("login-leads-elsewhere");
		}
	}

	@Test
	void aHistoryHasAnAttemptForEachLaunch() throws SQLException {
		try (Connection connection = this.tool.getBean(DataSource.class).getConnection()) {
			History.fill(connection, 403, this.options);
		}
		JdbcClient jdbc = this.tool.getBean(JdbcClient.class);
		assertThat(jdbc.sql("""
				select count(*) from launch l join lti_user u on u.id = l.user_id
				join attempt a on a.user_id = l.user_id and a.resource_link_id = l.resource_link_id
				join resource_link r on r.id = l.resource_link_id join context c on c.id = l.context_id
				where l.id < a.id or l.id > a.id
				""").query(Integer.class).single()).isEqualTo(403);
		Target known = new Target(this.target.tool(), this.platform,
				new Population(0, 0, this.options.courses(), this.options.links()), List.of());
		assertThat(Load.run(known, 2, 10, Duration.ofSeconds(20)).errors()).isEmpty();
	}

	@Test
	void theReportHoldsWhatWasMeasured(@TempDir Path directory) {
		Outcome outcome = Load.run(this.target, 2, 6, Duration.ofSeconds(20));
		Results results = new Results(directory.resolve("results.jsonl"));
		for (String side : List.of("empty", "403 launches")) {
			results.add(Measurement.of(side, 2, 1, outcome, new Meter(30, 12, 5, 50), true, 200));
		}
		results.add(new ColdStart("two cores", 2.5, 3.5, 6));
		assertThat(directory.resolve("results.jsonl")).content().hasLineCount(3).contains("\"perSecond\":");
		assertThat(Report.of(results)).contains("| empty | 2 | ")
			.contains("| 403 launches | 2 | 1.00 | 1.00 | 1.00 | 1.00 |")
			.contains("| two cores | 2.50 | 3.50 | 6.00 | 1 |")
			.contains("No launch went wrong.");
	}

}
