package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody loses what they are in the middle of, and nobody keeps what is wrong for good.
 */
class UpdateTests {

	private static final Instant RELEASED = Instant.parse("2026-06-01T09:00:00Z");

	private static final Duration SUNSET = Duration.ofDays(90);

	private static final Instant BEFORE = RELEASED.minusSeconds(600);

	private static final Instant AFTER = RELEASED.plusSeconds(600);

	@ParameterizedTest
	@CsvSource({ "1.2.3, 1.2.4, PATCH", "1.2.3, 1.2.3, PATCH", "1.2.3, 1.3.0, MINOR", "1.2.3, 2.0.0, MAJOR",
			"2.0.0, 1.9.9, MAJOR", "0.1.0, 0.2.0, MINOR", "odd, 1.0.0, MAJOR" })
	void theVersionSaysHowMuchHasChanged(String from, String to, Update expected) {
		assertThat(Update.between(from, to)).isEqualTo(expected);
	}

	@Test
	void aCorrectionReachesEverybodyAtOnce() {
		assertThat(Update.PATCH.moves(pin(false, null), RELEASED, BEFORE, AFTER, SUNSET)).isTrue();
		assertThat(Update.PATCH.moves(pin(true, null), RELEASED, BEFORE, AFTER, SUNSET)).isTrue();
	}

	@Test
	void moreOfTheSameWaitsForTheNextLaunch() {
		assertThat(Update.MINOR.moves(pin(false, null), RELEASED, BEFORE, AFTER, SUNSET)).isFalse();
		assertThat(Update.MINOR.moves(pin(false, null), RELEASED, AFTER, AFTER, SUNSET)).isTrue();
	}

	@Test
	void whoeverIsThroughStays() {
		assertThat(Update.MINOR.moves(pin(true, null), RELEASED, AFTER, AFTER, SUNSET)).isFalse();
		assertThat(Update.MAJOR.moves(pin(true, null), RELEASED, AFTER, AFTER.plus(Duration.ofDays(400)), SUNSET))
			.isFalse();
	}

	@Test
	void whatIsRightNowComesAfterNinetyDays() {
		assertThat(Update.MAJOR.moves(pin(false, null), RELEASED, AFTER, AFTER, SUNSET)).isFalse();
		assertThat(Update.MAJOR.moves(pin(false, null), RELEASED, AFTER, RELEASED.plus(Duration.ofDays(90)), SUNSET))
			.isFalse();
		assertThat(Update.MAJOR.moves(pin(false, null), RELEASED, AFTER, AFTER.plus(Duration.ofDays(90)), SUNSET))
			.isTrue();
	}

	@Test
	void anOpenCheckEndsAsItBegan() {
		assertThat(Update.PATCH.moves(pin(false, BEFORE), RELEASED, AFTER, AFTER, SUNSET)).isFalse();
		assertThat(Update.MINOR.moves(pin(false, BEFORE), RELEASED, AFTER, AFTER, SUNSET)).isFalse();
		Instant sunset = RELEASED.plus(Duration.ofDays(91));
		assertThat(Update.MAJOR.moves(pin(false, sunset.minus(Duration.ofHours(23))), RELEASED, AFTER, sunset, SUNSET))
			.isFalse();
		assertThat(Update.MAJOR.moves(pin(false, sunset.minus(Duration.ofHours(25))), RELEASED, AFTER, sunset, SUNSET))
			.isTrue();
	}

	private static Pin pin(boolean completed, @Nullable Instant openSince) {
		return new Pin(new AttemptId("a"), "1.0.0", "d", completed, openSince);
	}

}
