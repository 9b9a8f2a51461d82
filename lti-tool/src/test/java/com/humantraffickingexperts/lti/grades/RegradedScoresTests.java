package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.RememberedLink;
import com.humantraffickingexperts.lti.learning.AttemptRegraded;
import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static org.assertj.core.api.Assertions.assertThat;

/** What was corrected upwards is owed, however long ago the learner was there. */
@OnEachDatabase
class RegradedScoresTests {

	private static final Registration COLLEGE = TestPlatformCalls.registration("https://lms-a.example", "a",
			PlatformFamily.MOODLE);

	private static final TestCompletions COMPLETION = TestCompletions.of(COLLEGE,
			TestCompletions.ags("https://lms-a.example/l/1", "https://lms-a.example/l", AgsScope.SCORE));

	private static final Instant HANDED_IN = SteppedClock.START.minus(Duration.ofDays(100));

	private final TestDatabase database;

	private final SteppedClock clock = new SteppedClock();

	private final GradesBench node;

	RegradedScoresTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.node = new GradesBench(this.database, this.clock, COLLEGE);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void whoeverCompletesByACorrectionIsOwedTheScoreInTheGradebookOfTheActivity() {
		regraded(COMPLETION, remembered(COMPLETION), "The law had changed.");

		OwedScore owed = this.node.owed(COMPLETION);
		assertThat(owed.points()).isEqualTo(JdbcScores.stored(COMPLETION.event(HANDED_IN).points()));
		assertThat(owed.subject()).isEqualTo("5");
		assertThat(owed.gradebook()).isEqualTo(Gradebook.of(COMPLETION.event(HANDED_IN).launch(), "spot-the-signs"));
		assertThat(owed.timestamp()).as("now").isEqualTo(SteppedClock.START);
		assertThat(owed.completedAt()).as("the learner was not late").isEqualTo(HANDED_IN);
		assertThat(this.node.tasks()).containsExactly("a.0");
	}

	@Test
	void theLedgerSaysThatItWasRegradedAndWhy() {
		regraded(COMPLETION, remembered(COMPLETION), "The law had changed.");

		assertThat(this.node.events.of(COMPLETION.score())).singleElement().satisfies((event) -> {
			assertThat(event.kind()).isEqualTo(ScoreEvent.Kind.REGRADED);
			assertThat(event.note()).isEqualTo("The law had changed.");
		});
	}

	@Test
	void aScoreThatWasOwedIsRaisedWithALaterTimestamp() {
		this.node.completes(COMPLETION);
		this.clock.advance(Duration.ofMillis(10));
		regraded(COMPLETION.with("9"), remembered(COMPLETION), "The law had changed.");

		OwedScore owed = this.node.owed(COMPLETION);
		assertThat(owed.revision().number()).isEqualTo(2);
		assertThat(owed.points().given()).isEqualByComparingTo("9");
		assertThat(owed.timestamp().getEpochSecond()).isGreaterThan(SteppedClock.START.getEpochSecond());
	}

	@Test
	void aScoreIsNeverLoweredNorSentAgainUnchanged() {
		this.node.completes(COMPLETION);
		regraded(COMPLETION.with("6"), remembered(COMPLETION), "The law had changed.");
		regraded(COMPLETION, remembered(COMPLETION), "The law had changed.");

		assertThat(this.node.owed(COMPLETION).revision().number()).isOne();
		assertThat(this.node.owed(COMPLETION).points().given()).isEqualByComparingTo("7");
		assertThat(this.node.events.of(COMPLETION.score())).hasSize(1);
	}

	@Test
	void whereTheActivityIsNotRememberedAScoreOfAnybodyThereNamesTheGradebook() {
		this.node.completes(COMPLETION.by("somebody-else"));
		regraded(COMPLETION, null, "The law had changed.");

		assertThat(this.node.owed(COMPLETION).gradebook())
			.isEqualTo(this.node.owed(COMPLETION.by("somebody-else")).gradebook());
		assertThat(this.node.owed(COMPLETION).subject()).isEqualTo("5");
	}

	@Test
	void whereNoGradebookIsKnownNothingIsOwed() {
		regraded(COMPLETION, null, "The law had changed.");

		assertThat(this.node.scores.find(COMPLETION.score())).isEmpty();
	}

	@Test
	void aLongReasonIsCutAndNothingFails() {
		regraded(COMPLETION, remembered(COMPLETION), "x".repeat(900));

		assertThat(this.node.events.of(COMPLETION.score()).getFirst().note()).hasSize(500).endsWith("\u2026");
	}

	private void regraded(TestCompletions completion, @Nullable RememberedLink link, String reason) {
		RegradedScores scores = new RegradedScores((id, learner) -> Optional.ofNullable(link), this.node.scores,
				this.node.outbox);
		CurrentLaunch launch = completion.event(HANDED_IN).launch();
		this.node.transactions.executeWithoutResult((status) -> scores.on(new AttemptRegraded(completion.attempt(),
				Objects.requireNonNull(launch.link()).id(), launch.user(), completion.module(), "1.0.0",
				new Points(new BigDecimal(completion.given()), new BigDecimal(completion.maximum())), HANDED_IN,
				reason)));
	}

	private static RememberedLink remembered(TestCompletions completion) {
		CurrentLaunch launch = completion.event(HANDED_IN).launch();
		return new RememberedLink(launch.registration().id(), launch.deploymentId(), launch.family(),
				Objects.requireNonNull(launch.link()), Objects.requireNonNull(launch.ags()));
	}

}
