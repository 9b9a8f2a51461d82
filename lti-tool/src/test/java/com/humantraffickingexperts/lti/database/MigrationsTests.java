package com.humantraffickingexperts.lti.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;

import org.junit.jupiter.api.Test;

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

}
