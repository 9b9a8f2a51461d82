package com.humantraffickingexperts.lti.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.learning.JdbcVisits.Known;

import static org.assertj.core.api.Assertions.assertThat;

/** What every page has to know first comes in one answer of the database. */
@OnEachDatabase
class JdbcVisitsTests {

	private final CoursePackage module = TestCoursePackages.module().build();

	private final CurrentLaunch launch = TestLaunches.learner("ngozi").module(this.module.id()).build();

	private final TestClock clock = new TestClock();

	private final TestDatabase database;

	private final JdbcVisits visits;

	private final Player player;

	JdbcVisitsTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.visits = new JdbcVisits(this.database.jdbc());
		this.player = TestPlayers.on(this.database, new CompletionsHeard(), this.clock);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private Known known() {
		return this.visits.of(this.launch, Objects.requireNonNull(this.launch.link()), this.module.id());
	}

	private Attempt begin() {
		return this.player.begin(new Visit(this.launch, Objects.requireNonNull(this.launch.link()), this.module));
	}

	private void reset(Attempt attempt) {
		new JdbcClass(this.database.jdbc()).reset(attempt.id(), "a fresh start", this.launch, this.clock.instant());
	}

	@Test
	void ofWhoeverComesForTheFirstTimeNothingIsKnown() {
		assertThat(known().pin()).isEmpty();
		assertThat(known().reset()).isFalse();
		assertThat(known().reading()).isEqualTo(Reading.USUAL);
	}

	@Test
	void theAttemptThatCountsIsKnownWithItsRelease() {
		Attempt attempt = begin();

		assertThat(known().pin()).map(Pin::attempt).hasValue(attempt.id());
		assertThat(known().reset()).isFalse();
	}

	@Test
	void anAttemptThatNoLongerCountsIsKnownToHaveBeen() {
		reset(begin());

		assertThat(known().pin()).isEmpty();
		assertThat(known().reset()).isTrue();
		Attempt second = begin();
		assertThat(known().pin()).map(Pin::attempt).hasValue(second.id());
		assertThat(known().reset()).isTrue();
	}

	@Test
	void howSomebodyReadsIsKnownWhetherTheyBeganOrNot() {
		Readings readings = new Readings(this.database.jdbc(), this.clock);
		readings.textOnly(this.launch.user().id(), true);
		assertThat(known().reading()).isEqualTo(new Reading(true, false));
		readings.equivalents(this.launch.user().id(), true);
		begin();
		assertThat(known().reading()).isEqualTo(new Reading(true, true));
	}

	@Test
	void anotherLearnersAttemptIsNotOnes() {
		begin();
		CurrentLaunch other = TestLaunches.learner("ana").module(this.module.id()).build();

		assertThat(this.visits.of(other, Objects.requireNonNull(other.link()), this.module.id()).pin()).isEmpty();
	}

	@Test
	void whoeverAsksAtTheSameTimeIsToldOfThemselvesOnly() throws Exception {
		Readings readings = new Readings(this.database.jdbc(), this.clock);
		List<CurrentLaunch> learners = IntStream.range(0, 24)
			.mapToObj((number) -> TestLaunches.learner("learner " + number)
				.link("link " + number % 3)
				.module(this.module.id())
				.build())
			.toList();
		Map<CurrentLaunch, AttemptId> attempts = new HashMap<>();
		for (int number = 0; number < learners.size(); number += 2) {
			CurrentLaunch learner = learners.get(number);
			attempts.put(learner,
					this.player.begin(new Visit(learner, Objects.requireNonNull(learner.link()), this.module)).id());
			readings.textOnly(learner.user().id(), number % 4 == 0);
		}
		List<Callable<Known>> asking = learners.stream()
			.<Callable<Known>>map((
					learner) -> () -> this.visits.of(learner, Objects.requireNonNull(learner.link()), this.module.id()))
			.toList();
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Known>> told = people.invokeAll(asking);
			for (int number = 0; number < learners.size(); number++) {
				Known known = told.get(number).get();
				assertThat(known.pin().map(Pin::attempt))
					.isEqualTo(Optional.ofNullable(attempts.get(learners.get(number))));
				assertThat(known.reading()).isEqualTo(new Reading(number % 4 == 0, false));
			}
		}
	}

	@Test
	void whatATransactionHasWrittenItSees() {
		this.database.transactions().executeWithoutResult((status) -> {
			Attempt attempt = begin();
			assertThat(known().pin()).map(Pin::attempt).hasValue(attempt.id());
		});
	}

}
