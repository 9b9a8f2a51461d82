package com.humantraffickingexperts.lti.learning;

import java.util.Objects;

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

}
