package com.humantraffickingexperts.lti.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class MigrationsTests {

	private final TestDatabase.Product product;

	MigrationsTests(TestDatabase.Product product) {
		this.product = product;
	}

	@Test
	void allMigrationsApplyToAnEmptyDatabase() {
		try (TestDatabase database = TestDatabase.create(this.product)) {
			assertThat(database.jdbc().sql("select count(*) from launch").query(Integer.class).single()).isZero();
		}
	}

	@Test
	void instantsComeBackToTheMicrosecondWhateverTheZone() {
		Instant instant = Instant.parse("2026-03-29T01:30:00.123456Z");
		try (TestDatabase database = TestDatabase.create(this.product)) {
			database.jdbc()
				.sql("insert into tool_secret (name, secret, created_at) values ('a', 'b', :at)")
				.param("at", Utc.of(instant))
				.update();
			LocalDateTime stored = database.jdbc()
				.sql("select created_at from tool_secret")
				.query((row, number) -> Objects.requireNonNull(row.getObject(1, LocalDateTime.class)))
				.single();
			assertThat(stored).isEqualTo(Utc.of(instant));
		}
	}

	@Test
	void theKeyThatSignedBeforeKeysRotatedSignsOn() {
		try (HikariDataSource dataSource = new HikariDataSource()) {
			dataSource.setJdbcUrl(TestDatabase.newUrl(this.product));
			FluentConfiguration flyway = Flyway.configure()
				.dataSource(dataSource)
				.locations("classpath:db/migration/keys")
				.placeholders(MigrationDialect.placeholders(dataSource));
			flyway.target("1").load().migrate();
			JdbcClient jdbc = JdbcClient.create(dataSource);
			jdbc.sql("""
					insert into signing_key (kid, slot, private_jwk, created_at)
					values ('a', 1, '{}', '2026-01-02 03:04:05'), ('b', 2, '{}', '2026-01-02 03:04:05')
					""").update();
			flyway.target("latest").load().migrate();
			assertThat(jdbc.sql("select kid from signing_key where in_use_since = created_at and retired_at is null")
				.query(String.class)
				.list()).containsExactly("a");
			assertThat(jdbc.sql("select kid from signing_key where in_use_since is null").query(String.class).list())
				.containsExactly("b");
		}
	}

}
