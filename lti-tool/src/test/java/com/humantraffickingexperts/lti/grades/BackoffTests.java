package com.humantraffickingexperts.lti.grades;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private final Backoff steady = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1), () -> 0);

	@ParameterizedTest
	@CsvSource({ "1, PT5S", "2, PT10S", "3, PT20S", "10, PT42M40S", "11, PT1H", "12, PT1H", "1000000, PT1H" })
	void doublesUpToALimit(int failures, Duration expected) {
		assertThat(this.steady.after(failures, null)).isEqualTo(expected);
	}

	@Test
	void isNeverShorterThanThePlatformAsks() {
		assertThat(this.steady.after(1, Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(3));
		assertThat(this.steady.after(1, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void doesNotBelieveAPlatformThatAsksForAYear() {
		assertThat(this.steady.after(1, Duration.ofDays(365))).isEqualTo(Duration.ofDays(1));
	}

	@Test
	void isSpreadByChanceButNeverShortened() {
		Backoff late = new Backoff(Duration.ofSeconds(10), Duration.ofHours(1), () -> 1);
		assertThat(late.after(1, null)).isEqualTo(Duration.ofSeconds(15));
	}

}
