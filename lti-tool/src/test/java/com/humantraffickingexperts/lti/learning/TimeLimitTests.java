package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.people.UserId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A check whose time is limited: what is saved counts, and nothing is left lying. */
@OnEachDatabase
class TimeLimitTests {

	private static final Map<String, Set<String>> RIGHT = Map.of("q-who", Set.of("responder"), "q-adult",
			Set.of("name"), "q-child", Set.of("explain", "refer"), "q-british", Set.of("true"));

	private final CompletionsHeard heard = new CompletionsHeard();

	private final TestClock clock = new TestClock();

	private final TestDatabase database;

	private final Player player;

	private final CoursePackage module = TestCoursePackages.module().timeLimitMinutes(30).cooldownMinutes(10).build();

	private final CurrentLaunch launch = TestLaunches.learner().module(this.module.id()).build();

	private final Visit visit = new Visit(this.launch, Objects.requireNonNull(this.launch.link()), this.module);

	private final JdbcExtraTimes extraTimes;

	TimeLimitTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.player = TestPlayers.on(this.database, this.heard, this.clock);
		this.extraTimes = new JdbcExtraTimes(this.database.jdbc());
		this.player.begin(this.visit);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void theDeadlineIsFixedWhenTheTryBegins() {
		Instant begun = this.clock.instant();
		assertThat(began().deadline()).isEqualTo(begun.plus(Duration.ofMinutes(30)));
		this.clock.advance(Duration.ofMinutes(10));
		agree(100, 0);
		assertThat(began().deadline()).isEqualTo(begun.plus(Duration.ofMinutes(30)));
	}

	@Test
	void whatWasAgreedIsAddedForThisLearnerInThisCourse() {
		agree(25, 5);
		assertThat(allowed(this.visit)).isEqualTo(new TimeAllowed(30, 13));
		assertThat(began().deadline()).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(43)));
		CurrentLaunch other = TestLaunches.learner("student-2").module(this.module.id()).build();
		assertThat(allowed(new Visit(other, Objects.requireNonNull(other.link()), this.module)))
			.isEqualTo(new TimeAllowed(30, 0));
	}

	@Test
	void theLatestAgreementHoldsAndAllAreKept() {
		agree(50, 0);
		this.clock.advance(Duration.ofMinutes(1));
		agree(0, 0);
		assertThat(allowed(this.visit)).isEqualTo(new TimeAllowed(30, 0));
		assertThat(this.database.jdbc()
			.sql("select reason from extra_time where granted_by = 'teacher'")
			.query(String.class)
			.list()).hasSize(2);
	}

	@Test
	void noTimeIsTakenAwayByAnAgreement() {
		assertThatIllegalArgumentException().isThrownBy(() -> agree(-10, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> agree(0, -1));
	}

	@Test
	void withoutALimitThereIsNoDeadline() {
		CoursePackage untimed = TestCoursePackages.module().id("untimed").build();
		Visit other = new Visit(this.launch, this.visit.link(), untimed);
		this.player.begin(other);
		assertThat(this.player.beginTry(other, check(other)).orElseThrow().deadline()).isNull();
	}

	@Test
	void anAnswerThatWasSentInTimeMayArriveALittleLater() {
		began();
		this.clock.advance(Duration.ofMinutes(30).plusSeconds(20));
		answer("q-who");
		this.clock.advance(Duration.ofSeconds(20));
		answer("q-adult");
		assertThat(this.player.answers(open().orElseThrow())).containsOnlyKeys("q-who");
	}

	@Test
	void whoeverLooksAfterwardsFindsItHandedInWithWhatWasSaved() {
		began();
		answer("q-who");
		answer("q-adult");
		answer("q-child");
		this.clock.advance(Duration.ofHours(2));
		Reached reached = this.player.look(this.visit, Duration.ZERO).orElseThrow();
		Try one = reached.progress().submitted(TestCoursePackages.CHECK).getFirst();
		assertThat(one.timedOut()).isTrue();
		assertThat(Objects.requireNonNull(one.result()).percent()).isEqualByComparingTo("75");
		assertThat(one.submittedAt()).as("as if it had been noticed at once").isEqualTo(one.deadline());
	}

	@Test
	void theWaitForTheNextTryCountsFromTheEndOfTheTime() {
		began();
		this.clock.advance(Duration.ofMinutes(39));
		Progress progress = this.player.look(this.visit, Duration.ZERO).orElseThrow().progress();
		assertThat(this.player.retry(check(this.visit), progress).answer()).isEqualTo(Retry.Answer.LATER);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.player.retry(check(this.visit), progress).allowed()).isTrue();
	}

	@Test
	void whoHandsInBeforeIsNotCalledLate() {
		began();
		this.clock.advance(Duration.ofMinutes(29));
		this.player.submit(this.visit, check(this.visit), 1);
		Try one = this.player.look(this.visit, Duration.ZERO)
			.orElseThrow()
			.progress()
			.submitted(TestCoursePackages.CHECK)
			.getFirst();
		assertThat(one.timedOut()).isFalse();
		assertThat(one.submittedAt()).isEqualTo(this.clock.instant());
	}

	@Test
	void nobodyHasToLookForTheGradeToBeSent() {
		readAll();
		began();
		RIGHT.keySet().forEach(this::answer);
		this.clock.advance(Duration.ofMinutes(30).plusSeconds(20));
		assertThat(job(Optional.of(this.launch)).handIn()).as("answers may still be on their way").isZero();
		this.clock.advance(Duration.ofSeconds(20));
		assertThat(job(Optional.of(this.launch)).handIn()).isOne();
		assertThat(job(Optional.of(this.launch)).handIn()).isZero();
		assertThat(this.heard.points()).containsExactly("100");
		assertThat(this.player.find(this.visit).orElseThrow().completed()).isTrue();
	}

	@Test
	void whereTheLaunchIsForgottenTheTryWaitsForItsLearner() {
		began();
		this.clock.advance(Duration.ofHours(1));
		assertThat(job(Optional.empty()).handIn()).isZero();
		assertThat(open()).isPresent();
	}

	@Test
	void ofAModuleThatWasWithdrawnNothingIsScoredAndTheTryIsClosed() {
		began();
		this.clock.advance(Duration.ofHours(1));
		CoursePackage withdrawn = TestCoursePackages.module().status(CoursePackage.Status.WITHDRAWN).build();
		assertThat(job(withdrawn, Optional.of(this.launch)).handIn()).isZero();
		assertThat(open()).isEmpty();
		assertThat(this.heard.points()).isEmpty();
	}

	@Test
	void twoWhoLookAtOnceHandItInOnce() {
		readAll();
		began();
		RIGHT.keySet().forEach(this::answer);
		this.clock.advance(Duration.ofHours(1));
		List.of(1, 2, 3, 4, 5, 6).parallelStream().forEach((number) -> this.player.look(this.visit, Duration.ZERO));
		assertThat(this.heard.points()).containsExactly("100");
	}

	private TimeUp job(Optional<CurrentLaunch> remembered) {
		return job(this.module, remembered);
	}

	private TimeUp job(CoursePackage offered, Optional<CurrentLaunch> remembered) {
		Releases releases = new Releases(new JdbcReleases(this.database.jdbc()), new JdbcTries(this.database.jdbc()),
				List.of(), this.clock);
		return new TimeUp(
				new Visits(TestCoursePackages.catalog(offered), releases, new JdbcVisits(this.database.jdbc())),
				this.player, new JdbcTries(this.database.jdbc()),
				(id) -> remembered.filter((known) -> known.id().equals(id)), this.clock);
	}

	private int agreements;

	private void agree(int percent, int minutes) {
		this.extraTimes.grant(
				this.launch.user().id(), Objects.requireNonNull(this.launch.context()).id(), new ExtraTime(percent,
						minutes, "Reads with a screen reader", new UserId("teacher"), this.clock.instant()),
				++this.agreements);
	}

	private TimeAllowed allowed(Visit other) {
		return this.player.timeAllowed(other, check(other)).orElseThrow();
	}

	private Try began() {
		return this.player.beginTry(this.visit, check(this.visit)).orElseThrow();
	}

	private Optional<Try> open() {
		return this.player.progress(this.player.find(this.visit).orElseThrow()).open(TestCoursePackages.CHECK);
	}

	private void answer(String question) {
		this.player.answer(this.visit, check(this.visit), 1,
				Objects.requireNonNull(this.module.questions().get(question)),
				new Answer.Choices(Objects.requireNonNull(RIGHT.get(question))));
	}

	private void readAll() {
		this.module.pages().keySet().forEach((page) -> {
			Attempt attempt = this.player.find(this.visit).orElseThrow();
			this.player.open(this.visit, attempt, this.player.progress(attempt), page);
		});
	}

	private static Assessment check(Visit visit) {
		return visit.module().assessment(TestCoursePackages.CHECK).orElseThrow();
	}

}
