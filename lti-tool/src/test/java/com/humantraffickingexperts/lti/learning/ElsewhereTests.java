package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;

import static org.assertj.core.api.Assertions.assertThat;

/** The place where a learner goes on, as the database keeps it. */
@OnEachDatabase
class ElsewhereTests {

	private static final Place FIRST = new Place("page:who-refers", null);

	private static final Place LAST = new Place("page:meeting", null);

	private final TestClock clock = new TestClock();

	private final TestDatabase database;

	private final Player player;

	private final CoursePackage module = TestCoursePackages.module().build();

	private final Visit desk = visit("0".repeat(32));

	private final Visit phone = visit("1".repeat(32));

	ElsewhereTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.player = TestPlayers.on(this.database, new CompletionsHeard(), this.clock);
		this.player.begin(this.desk);
		this.clock.advance(Duration.ofMinutes(1));
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void anotherLaunchThatCameFurtherIsAhead() {
		this.player.arrive(this.desk, attempt(), FIRST);
		this.player.arrive(this.phone, attempt(), LAST);
		assertThat(attempt().last())
			.isEqualTo(new LastPlace(LAST, this.phone.launch().id().value(), this.clock.instant()));
		assertThat(attempt().aheadElsewhere(this.desk, FIRST)).isTrue();
		assertThat(attempt().aheadElsewhere(this.desk, LAST)).isFalse();
		assertThat(attempt().aheadElsewhere(this.phone, FIRST)).isFalse();
	}

	@Test
	void whoIsBehindDoesNotTakeThePlaceUnlessTheyStay() {
		this.player.arrive(this.phone, attempt(), LAST);
		this.player.arrive(this.desk, attempt(), FIRST);
		assertThat(attempt().lastItem()).isEqualTo(LAST.key());
		this.player.stay(this.desk, FIRST);
		assertThat(attempt().lastItem()).isEqualTo(FIRST.key());
		assertThat(attempt().isAt(this.desk, FIRST)).isTrue();
	}

	@Test
	void aStaleReadingDoesNotTakeThePlaceEither() {
		Attempt before = attempt();
		this.player.arrive(this.phone, attempt(), LAST);
		this.player.arrive(this.desk, before, FIRST);
		assertThat(attempt().lastItem()).isEqualTo(LAST.key());
	}

	@Test
	void whatHappenedBeforeThisLaunchIsNotElsewhere() {
		this.clock.advance(Duration.ofHours(-2));
		this.player.arrive(this.phone, attempt(), LAST);
		assertThat(attempt().aheadElsewhere(this.desk, FIRST)).isFalse();
	}

	@Test
	void aPlaceFromBeforeDevicesWereToldApartIsNobodyElses() {
		this.player.arrive(this.phone, attempt(), LAST);
		this.database.jdbc().sql("update attempt set last_launch_id = null, moved_at = null").update();
		assertThat(attempt().aheadElsewhere(this.desk, FIRST)).isFalse();
	}

	@Test
	void questionsAreInOrderWithinTheirCheck() {
		Place second = new Place("check:final", 2);
		assertThat(new Place("check:final", null).before(second, this.module)).isTrue();
		assertThat(second.before(new Place("check:final", 10), this.module)).isTrue();
		assertThat(second.before(second, this.module)).isFalse();
		assertThat(LAST.before(second, this.module)).isTrue();
		assertThat(FIRST.before(new Place("page:gone", null), this.module)).isFalse();
		assertThat(new Place("page:gone", null).before(FIRST, this.module)).isFalse();
	}

	private Attempt attempt() {
		return this.player.find(this.desk).orElseThrow();
	}

	private Visit visit(String key) {
		CurrentLaunch launch = TestLaunches.learner().key(key).module(this.module.id()).build();
		return new Visit(launch, Objects.requireNonNull(launch.link()), this.module);
	}

}
