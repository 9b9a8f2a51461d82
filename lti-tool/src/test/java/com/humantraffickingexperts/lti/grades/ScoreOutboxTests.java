package com.humantraffickingexperts.lti.grades;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static org.assertj.core.api.Assertions.assertThat;

/** What is owed, on real databases. */
@OnEachDatabase
class ScoreOutboxTests {

	private static final Registration COLLEGE = TestPlatformCalls.registration("https://lms-a.example", "a",
			PlatformFamily.MOODLE);

	private static final TestCompletions COMPLETION = TestCompletions.of(COLLEGE,
			TestCompletions.ags("https://lms-a.example/l/1?type_id=1", "https://lms-a.example/l", AgsScope.SCORE,
					AgsScope.LINE_ITEM, "https://example.test/unknown"));

	private final TestDatabase database;

	private final SteppedClock clock = new SteppedClock();

	private final GradesBench node;

	ScoreOutboxTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.node = new GradesBench(this.database, this.clock, COLLEGE);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void aCompletionIsOwedTogetherWithTheTaskThatDeliversIt() {
		this.node.completes(COMPLETION);
		OwedScore owed = this.node.owed(COMPLETION);
		assertThat(owed.points()).isEqualTo(JdbcScores.stored(COMPLETION.event(SteppedClock.START).points()));
		assertThat(owed.timestamp()).isEqualTo(SteppedClock.START);
		assertThat(owed.gradebook().lineItem()).hasToString("https://lms-a.example/l/1?type_id=1");
		assertThat(owed.gradebook().scopes()).containsExactlyInAnyOrder(AgsScope.SCORE, AgsScope.LINE_ITEM);
		assertThat(this.node.tasks()).containsExactly("a.0");
		assertThat(this.node.status(COMPLETION).state()).isEqualTo(DeliveryState.WAITING);
	}

	@Test
	void nothingIsOwedWhenTheCompletionIsNotRecorded() {
		this.node.transactions.executeWithoutResult((status) -> {
			this.node.outbox.on(COMPLETION.event(SteppedClock.START));
			status.setRollbackOnly();
		});
		assertThat(this.node.delivery.of(COMPLETION.attempt())).isEmpty();
		assertThat(this.node.tasks()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("ungraded")
	void nothingIsOwed_AGS_035_036_039_096_097_098(TestCompletions completion) {
		this.node.completes(completion);
		assertThat(this.node.delivery.of(completion.attempt())).isEmpty();
		assertThat(this.node.tasks()).isEmpty();
	}

	static Stream<TestCompletions> ungraded() {
		return Stream.of(COMPLETION.at(null), COMPLETION.at(TestCompletions.ags(null, null, AgsScope.SCORE)),
				COMPLETION.at(TestCompletions.ags("https://lms-a.example/l/1", null, AgsScope.LINE_ITEM)),
				COMPLETION.by(null), COMPLETION.as(Standing.INSTRUCTOR, false), COMPLETION.as(Standing.VIEWER, false),
				COMPLETION.as(Standing.LEARNER, true));
	}

	@Test
	void anImprovementReplacesWhatWasOwedWithALaterTimestamp() {
		this.node.completes(COMPLETION);
		this.clock.advance(Duration.ofMillis(100));
		this.node.completes(COMPLETION.with("9"));
		OwedScore owed = this.node.owed(COMPLETION);
		assertThat(owed.revision().number()).isEqualTo(2);
		assertThat(owed.points().given()).isEqualByComparingTo("9");
		assertThat(owed.timestamp())
			.isEqualTo(SteppedClock.START.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).plusSeconds(1));
		assertThat(this.node.tasks()).hasSize(1);
	}

	@Test
	void aLowerOrEqualResultOwesNothing() {
		this.node.completes(COMPLETION);
		this.node.completes(COMPLETION.with("6.999999"));
		this.node.completes(COMPLETION.with("7.0000001"));
		assertThat(this.node.owed(COMPLETION).revision().number()).isEqualTo(1);
		assertThat(this.node.owed(COMPLETION).points().given()).isEqualByComparingTo("7");
	}

	/**
	 * When a question is withdrawn or its key is corrected, results are announced anew.
	 */
	@Test
	void aCorrectionRaisesAScoreAndNeverLowersIt() {
		this.node.completes(COMPLETION);
		this.node.completes(outOf("7", "11"));
		assertThat(this.node.owed(COMPLETION).revision().number()).isEqualTo(1);
		this.node.completes(outOf("7", "9"));
		OwedScore owed = this.node.owed(COMPLETION);
		assertThat(owed.revision().number()).isEqualTo(2);
		assertThat(owed.points().maximum()).isEqualByComparingTo("9");
		assertThat(owed.timestamp()).isAfter(SteppedClock.START);
		this.node.completes(COMPLETION);
		assertThat(this.node.owed(COMPLETION).points()).isEqualTo(owed.points());
	}

	private static TestCompletions outOf(String given, String maximum) {
		return new TestCompletions(COLLEGE, COMPLETION.subject(), COMPLETION.link(), COMPLETION.standing(), false,
				COMPLETION.ags(), COMPLETION.module(), given, maximum);
	}

	@Test
	void aLaterLaunchMovesTheGradebook_AGS_047() {
		this.node.completes(COMPLETION);
		this.node
			.completes(COMPLETION.with("5").at(TestCompletions.ags("https://lms-a.example/l/2", null, AgsScope.SCORE)));
		assertThat(this.node.owed(COMPLETION).gradebook().lineItem()).hasToString("https://lms-a.example/l/2");
	}

	@Test
	void peopleWhoseNamesDifferOnlyInCaseAreDifferentPeople() {
		this.node.completes(COMPLETION.by("abc"));
		this.node.completes(COMPLETION.by("ABC"));
		this.node.completes(COMPLETION.by("abc "));
		assertThat(this.node.ledger.counts(COLLEGE.id()).all()).isEqualTo(3);
	}

	@Test
	void improvementsAtTheSameMomentLeaveTheBestAndNothingIsLost() throws Exception {
		List<Callable<Boolean>> improvements = IntStream.rangeClosed(1, 10)
			.<Callable<Boolean>>mapToObj((given) -> () -> {
				this.node.completes(COMPLETION.with(Integer.toString(given)));
				return true;
			})
			.toList();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Boolean> improvement : threads.invokeAll(improvements)) {
				assertThat(improvement.get()).isTrue();
			}
		}
		OwedScore owed = this.node.owed(COMPLETION);
		assertThat(owed.points().given()).isEqualByComparingTo("10");
		assertThat(this.node.tasks()).hasSize(1);
	}

	@Test
	void onlyOneOfTwoNodesWorksOnAScore() {
		this.node.completes(COMPLETION);
		List<OwedScore> seen = List.of(this.node.owed(COMPLETION));
		assertThat(this.node.scores.claim(seen, claim())).hasSize(1);
		assertThat(this.node.owed(COMPLETION).unsure()).isTrue();
		assertThat(this.node.scores.claim(seen, claim())).isEmpty();
		assertThat(this.node.scores.due(COLLEGE.id(), this.clock.instant(), 10)).isEmpty();
		this.clock.advance(Duration.ofMinutes(3));
		assertThat(this.node.scores.due(COLLEGE.id(), this.clock.instant(), 10)).hasSize(1);
		assertThat(this.node.scores.claim(seen, claim())).hasSize(1);
	}

	@Test
	void whatImprovesWhileItIsSentStaysOwed() {
		this.node.completes(COMPLETION);
		Claim claim = claim();
		OwedScore sent = this.node.scores.claim(List.of(this.node.owed(COMPLETION)), claim).getFirst();
		assertThat(sent.unsure()).isFalse();
		assertThat(sent.attempts()).isZero();
		this.node.completes(COMPLETION.with("9"));
		Attempt attempt = new Attempt(sent, Verdict.DELIVERED, URI.create("https://lms-a.example/l/1"),
				sent.timestamp(), 200, JudgedBy.STANDARD);
		this.node.scores.settle(List.of(new Settlement(attempt, DeliveryState.SENT, null, false, null)), claim,
				this.clock.instant());
		GradeStatus status = this.node.status(COMPLETION);
		assertThat(status.state()).isEqualTo(DeliveryState.WAITING);
		assertThat(status.sentAt()).isEqualTo(SteppedClock.START);
		assertThat(status.nextAttemptAt()).isEqualTo(this.node.owed(COMPLETION).timestamp());
	}

	private Claim claim() {
		return Claim.of(this.clock.instant(), Duration.ofMinutes(3));
	}

	@Test
	void onlyOneOfTwoNodesWorksOnALane() {
		this.node.completes(COMPLETION);
		assertThat(this.node.lanes.waiting(this.clock.instant())).hasSize(1);
		Claim hold = Claim.of(this.clock.instant(), ScoreLanes.HELD);
		assertThat(this.node.lanes.acquire(COLLEGE.id(), hold)).isPresent();
		assertThat(this.node.lanes.waiting(this.clock.instant())).isEmpty();
		assertThat(this.node.lanes.acquire(COLLEGE.id(), Claim.of(this.clock.instant(), ScoreLanes.HELD))).isEmpty();
		this.clock.advance(ScoreLanes.HELD);
		assertThat(this.node.lanes.waiting(this.clock.instant())).extracting(Lane::epoch).containsExactly(1L);
		assertThat(this.node.lanes.acquire(COLLEGE.id(), Claim.of(this.clock.instant(), ScoreLanes.HELD))).isPresent();
		assertThat(this.node.lanes.renew(COLLEGE.id(), hold.by(), hold.until())).as("it was lost").isFalse();
	}

	@Test
	void onlyOneOfManySearchesForALineItem() throws Exception {
		this.node.completes(COMPLETION);
		Gradebook gradebook = this.node.owed(COMPLETION).gradebook();
		Callable<Boolean> claim = () -> this.node.storedLineItems.claim(gradebook,
				Claim.of(this.clock.instant(), Duration.ofMinutes(3)));
		int granted = 0;
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Boolean> answer : threads
				.invokeAll(IntStream.range(0, 15).mapToObj((number) -> claim).toList())) {
				granted += answer.get() ? 1 : 0;
			}
		}
		assertThat(granted).isOne();
	}

	@Test
	void whatLostItsLaneIsFoundAgain() {
		this.node.completes(COMPLETION);
		this.database.jdbc().sql("delete from score_lane").update();
		assertThat(this.node.lanes.waiting(this.clock.instant())).isEmpty();
		this.node.lanes.openForgotten(this.clock.instant());
		assertThat(this.node.lanes.waiting(this.clock.instant())).extracting(Lane::registration)
			.containsExactly(COLLEGE.id());
	}

}
