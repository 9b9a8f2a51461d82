package com.humantraffickingexperts.lti.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class JdbcCanaryTests {

	private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

	private static final RegistrationId COLLEGE = new RegistrationId("college");

	private static final List<Finding> WRONG = List.of(Finding.red(Check.TOKEN, "refused", "invalid_client", "-"));

	private final TestDatabase.Product product;

	private TestDatabase database;

	private JdbcCanary canaries;

	JdbcCanaryTests(TestDatabase.Product product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(this.product);
		this.canaries = new JdbcCanary(this.database.jdbc(), JsonMapper.builder().build());
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void aRegistrationIsDueWhenItsTimeHasCome() {
		this.canaries.schedule(COLLEGE, NOW.plusSeconds(60));
		assertThat(this.canaries.scheduled()).containsExactly(COLLEGE);
		assertThat(this.canaries.due(NOW, 10)).isEmpty();
		assertThat(this.canaries.due(NOW.plusSeconds(60), 10)).containsExactly(COLLEGE);
	}

	@Test
	void failuresInARowAreCounted() {
		this.canaries.schedule(COLLEGE, NOW);
		assertThat(this.canaries.checked(COLLEGE, false, NOW, NOW)).isEqualTo(1);
		assertThat(this.canaries.checked(COLLEGE, false, NOW, NOW)).isEqualTo(2);
		assertThat(this.canaries.checked(COLLEGE, true, NOW, NOW.plusSeconds(60))).isZero();
		assertThat(this.canaries.due(NOW, 10)).isEmpty();
	}

	@Test
	void anAlertIsOpenUntilItIsCleared() {
		this.canaries.raise(COLLEGE, WRONG, NOW);
		assertThat(this.canaries.open()).singleElement()
			.satisfies((alert) -> assertThat(alert.findings()).isEqualTo(WRONG));
		assertThat(this.canaries.clear(COLLEGE, NOW.plusSeconds(9))).isTrue();
		assertThat(this.canaries.clear(COLLEGE, NOW.plusSeconds(10))).isFalse();
		assertThat(this.canaries.open()).isEmpty();
		assertThat(this.canaries.history(COLLEGE)).singleElement()
			.satisfies((alert) -> assertThat(alert.clearedAt()).isEqualTo(NOW.plusSeconds(9)));
	}

	@Test
	void onlyClearedAlertsAreForgotten() {
		RegistrationId other = new RegistrationId("other");
		this.canaries.raise(COLLEGE, WRONG, NOW);
		this.canaries.raise(other, WRONG, NOW);
		this.canaries.clear(other, NOW);
		this.canaries.forget(NOW.plus(Duration.ofDays(1)));
		assertThat(this.canaries.history(other)).isEmpty();
		assertThat(this.canaries.history(COLLEGE)).hasSize(1);
	}

	@Test
	void whatIsNoLongerWatchedHasNoOpenAlert() {
		this.canaries.schedule(COLLEGE, NOW);
		this.canaries.raise(COLLEGE, WRONG, NOW);
		this.canaries.unschedule(COLLEGE, NOW);
		assertThat(this.canaries.scheduled()).isEmpty();
		assertThat(this.canaries.open()).isEmpty();
	}

	@Test
	void theNewestExaminationReplacesTheOneBefore() {
		JdbcExaminations examinations = new JdbcExaminations(this.database.jdbc(), JsonMapper.builder().build());
		assertThat(examinations.find(COLLEGE)).isEmpty();
		examinations.keep(new Examination(COLLEGE, WRONG, NOW));
		Examination second = new Examination(COLLEGE, List.of(Finding.green(Check.CLOCK, "well", "0")),
				NOW.plusSeconds(5));
		examinations.keep(second);
		assertThat(examinations.find(COLLEGE)).contains(second);
	}

}
