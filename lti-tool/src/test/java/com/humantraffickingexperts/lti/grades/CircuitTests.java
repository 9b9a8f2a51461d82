package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

/** A platform in trouble is left alone, no other one notices, and nothing is lost. */
class CircuitTests {

	private static final int LEARNERS = 200;

	private final TestDatabase database = TestDatabase.create(TestDatabase.Product.H2);

	private final PlayedPlatform platform = new PlayedPlatform();

	private final Registration registration = this.platform.registration(PlatformFamily.CANVAS);

	private final SteppedClock clock = new SteppedClock();

	private final GradesBench node = new GradesBench(this.database, this.clock, this.registration);

	private final TestCompletions completion = TestCompletions.of(this.registration, this.platform.withColumn());

	@AfterEach
	void close() {
		this.platform.close();
		this.database.close();
	}

	@Nested
	class WhenThePlatformIsDown {

		@Test
		void itIsNotAskedForEveryScore() {
			platform.answersScores(aResponse().withStatus(503));
			everybodyCompletes();
			node.runsWhatIsDue();
			assertThat(sent()).as("calls until the circuit opens").isBetween(Circuit.FAILURES, Circuit.FAILURES + 16);
			assertThat(node.ledger.lane(registration.id()).openedAt()).isNotNull();
			assertThat(node.ledger.lane(registration.id()).reason()).isEqualTo(DeliveryReason.PLATFORM_FAILED);
			int before = sent();
			IntStream.range(0, 60).forEach((minute) -> node.passes(Duration.ofMinutes(1)));
			assertThat(sent() - before).as("one call a minute").isBetween(50, 60);
			assertThat(node.ledger.counts(registration.id()).owed()).isEqualTo(LEARNERS);
		}

		@Test
		void everythingIsSentAtOnceWhenItIsBack() {
			platform.answersScores(aResponse().withStatus(503));
			everybodyCompletes();
			node.runsWhatIsDue();
			IntStream.range(0, 10).forEach((minute) -> node.passes(Duration.ofMinutes(1)));
			platform.takesScores();
			node.passes(Duration.ofMinutes(1));
			assertThat(node.ledger.counts(registration.id()).of(DeliveryState.SENT)).isEqualTo(LEARNERS);
			assertThat(node.ledger.lane(registration.id()).openedAt()).isNull();
		}

		@Test
		void anotherPlatformIsServedAsEver() {
			try (PlayedPlatform well = new PlayedPlatform()) {
				Registration other = well.registration(PlatformFamily.MOODLE);
				GradesBench both = new GradesBench(database, clock, registration, other);
				platform.answersScores(aResponse().withStatus(503));
				everybodyCompletes();
				both.runsWhatIsDue();
				TestCompletions elsewhere = TestCompletions.of(other, well.withColumn());
				both.completes(elsewhere);
				both.runsWhatIsDue();
				assertThat(both.status(elsewhere).state()).isEqualTo(DeliveryState.SENT);
			}
		}

		@Test
		void aPersonWhoAsksIsNotMadeToWait() {
			platform.answersScores(aResponse().withStatus(503));
			everybodyCompletes();
			node.runsWhatIsDue();
			int before = sent();
			node.ledger.resend(registration.id(), completion.by("s0").score());
			node.runsWhatIsDue();
			assertThat(sent()).isEqualTo(before + 1);
		}

	}

	@Nested
	class WhenThePlatformAsksToSlowDown {

		@Test
		void nobodyIsSentUntilItSaid() {
			platform.answersScores(aResponse().withStatus(429).withHeader("Retry-After", "300"));
			everybodyCompletes();
			node.runsWhatIsDue();
			assertThat(sent()).isBetween(1, 16);
			int before = sent();
			platform.takesScores();
			node.passes(Duration.ofSeconds(299));
			assertThat(sent()).isEqualTo(before);
			node.passes(Duration.ofSeconds(1));
			node.passes(Duration.ofMinutes(5));
			assertThat(node.ledger.counts(registration.id()).of(DeliveryState.SENT)).isEqualTo(LEARNERS);
		}

		@Test
		void canvasSaysSoWithA403() {
			platform.answersScores(aResponse().withStatus(403).withBody("403 Forbidden (Rate Limit Exceeded)\n"));
			everybodyCompletes();
			node.runsWhatIsDue();
			assertThat(sent()).isBetween(1, 16);
			assertThat(node.ledger.lane(registration.id()).pausedUntil()).isEqualTo(SteppedClock.START.plusSeconds(5));
			assertThat(node.ledger.counts(registration.id()).of(DeliveryState.REFUSED)).isZero();
		}

	}

	@Nested
	class WhenOneScoreIsInTrouble {

		@Test
		void theOthersAreSent() {
			platform.answersScores(aResponse().withStatus(400).withBody("x"));
			node.completes(completion.by("odd"));
			node.runsWhatIsDue();
			platform.takesScores();
			everybodyCompletes();
			node.runsWhatIsDue();
			assertThat(node.ledger.counts(registration.id()).of(DeliveryState.SENT)).isEqualTo(LEARNERS);
			assertThat(node.ledger.counts(registration.id()).of(DeliveryState.REFUSED)).isEqualTo(1);
		}

	}

	private void everybodyCompletes() {
		IntStream.range(0, LEARNERS).forEach((number) -> this.node.completes(this.completion.by("s" + number)));
	}

	private int sent() {
		return this.platform.everyScore().size();
	}

}
