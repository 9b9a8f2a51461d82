package com.humantraffickingexperts.lti.inspector;

import java.time.Duration;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static org.assertj.core.api.Assertions.assertThat;

class RecordAllowanceTests {

	private static final RegistrationId COLLEGE = new RegistrationId("college");

	private final SettableClock clock = new SettableClock();

	private final RecordAllowance allowance = new RecordAllowance(
			new InspectorSettings(Duration.ofDays(30), 10, 25, 100, 100), this.clock);

	private long taken(int times, @Nullable RegistrationId registration, boolean proven) {
		return IntStream.range(0, times).filter((time) -> this.allowance.take(registration, false, proven)).count();
	}

	@Test
	void soManyAreKeptInAMinuteAndOnADay() {
		assertThat(taken(1000, COLLEGE, true)).isEqualTo(10);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(taken(1000, COLLEGE, true)).isEqualTo(10);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(taken(1000, COLLEGE, true)).isEqualTo(5);
		this.clock.advance(Duration.ofDays(1));
		assertThat(taken(1000, COLLEGE, true)).isEqualTo(10);
	}

	@Test
	void aStrangerCrowdsOutNeitherProvenRefusalsNorOtherRegistrations() {
		assertThat(taken(1000, COLLEGE, false)).isEqualTo(10);
		assertThat(taken(1000, null, false)).isEqualTo(10);
		assertThat(taken(5, COLLEGE, true)).isEqualTo(5);
		assertThat(taken(5, new RegistrationId("other"), false)).isEqualTo(5);
		assertThat(this.allowance.take(COLLEGE, true, true)).isTrue();
	}

}
