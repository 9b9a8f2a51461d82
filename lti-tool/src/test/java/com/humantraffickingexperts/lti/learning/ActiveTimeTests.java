package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.learning.ClassProgress.Begun;

import static org.assertj.core.api.Assertions.assertThat;

/** How long somebody was at it: what lies between two acts, and no long pause. */
@OnEachDatabase
class ActiveTimeTests {

	private final TestClock clock = new TestClock();

	private final TestDatabase database;

	private final CoursePackage module = TestCoursePackages.module().timeLimitMinutes(30).build();

	private final Player player;

	private final ClassProgress progress;

	private final CurrentLaunch launch = TestLaunches.learner().module(this.module.id()).build();

	private final CurrentLaunch teacher = TestLaunches.teacher().module(this.module.id()).build();

	private final Visit visit = new Visit(this.launch, Objects.requireNonNull(this.launch.link()), this.module);

	private final Deque<String> pages = new ArrayDeque<>(this.module.pages().keySet());

	ActiveTimeTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.player = TestPlayers.on(this.database, new CompletionsHeard(), this.clock);
		this.progress = TestClassProgress.on(this.database.dataSource(), TestCoursePackages.catalog(this.module),
				this.clock);
		this.database.jdbc()
			.sql("""
					insert into lti_user (id, registration_id, subject, created_at, updated_at)
					values (:id, :registration, 's', :now, :now)
					""")
			.param("id", this.launch.user().id().value())
			.param("registration", this.launch.registration().id().value())
			.param("now", Utc.of(this.clock.instant()))
			.update();
		this.player.begin(this.visit);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void isNothingAtTheBeginning() {
		assertThat(active()).isZero();
	}

	@Test
	void isTheTimeBetweenPages() {
		read(Duration.ofMinutes(3));
		read(Duration.ofSeconds(90));
		assertThat(active()).isEqualTo(Duration.ofSeconds(270));
		assertThat(begun().lastActiveAt()).isEqualTo(this.clock.instant());
	}

	@Test
	void countsAPauseAsTenMinutes() {
		read(Duration.ofMinutes(2));
		read(Duration.ofDays(3));
		assertThat(active()).isEqualTo(Duration.ofMinutes(12));
	}

	@Test
	void losesNothingBetweenActsThatFollowEachOtherQuickly() {
		for (int number = 0; number < 20; number++) {
			this.clock.advance(Duration.ofMillis(3100));
			this.player.stay(this.visit, Place.of(this.module.items().getFirst()));
		}
		assertThat(active()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(62));
	}

	@Test
	void ofACheckIsItsAnswers() {
		this.player.beginTry(this.visit, this.module.assessment(TestCoursePackages.CHECK).orElseThrow());
		this.clock.advance(Duration.ofMinutes(4));
		this.player.submit(this.visit, this.module.assessment(TestCoursePackages.CHECK).orElseThrow(), 1);
		assertThat(active()).isEqualTo(Duration.ofMinutes(4));
	}

	@Test
	void doesNotGrowWhenACheckIsHandedInForSomebodyWhoLeft() {
		this.player.beginTry(this.visit, this.module.assessment(TestCoursePackages.CHECK).orElseThrow());
		this.clock.advance(Duration.ofHours(2));
		assertThat(this.player.handInOverdue(this.visit, Duration.ZERO)).isTrue();
		assertThat(active()).isZero();
	}

	@Test
	void isNotMadeUpForWhatBeganBeforeItWasCounted() {
		this.database.jdbc().sql("update attempt set active_at = null, active_seconds = null").update();
		read(Duration.ofMinutes(3));
		assertThat(begun().active()).isNull();
	}

	private void read(Duration after) {
		this.clock.advance(after);
		Attempt attempt = this.player.find(this.visit).orElseThrow();
		this.player.open(this.visit, attempt, this.player.progress(attempt), this.pages.removeFirst());
	}

	private Duration active() {
		return Objects.requireNonNull(begun().active());
	}

	private Begun begun() {
		return this.progress.begun(this.teacher, this.launch.user().id()).orElseThrow();
	}

}
