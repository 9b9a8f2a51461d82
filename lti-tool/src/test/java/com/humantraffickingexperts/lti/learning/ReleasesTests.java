package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Page;
import com.humantraffickingexperts.lti.catalog.Release;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.catalog.TestPictures;
import com.humantraffickingexperts.lti.catalog.release.CanonicalForm;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;

import static org.assertj.core.api.Assertions.assertThat;

/** Learners go on with the module that they began, until it is time to move. */
@OnEachDatabase
class ReleasesTests {

	private final TestClock clock = new TestClock();

	private final TestDatabase database;

	private final CoursePackage old = TestCoursePackages.module().build();

	private final CurrentLaunch launch = TestLaunches.learner().module(this.old.id()).build();

	private final CurrentLaunch.Link link = Objects.requireNonNull(this.launch.link());

	private final Player player;

	private Releases releases;

	ReleasesTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.player = TestPlayers.on(this.database, new CompletionsHeard(), this.clock);
		this.releases = node();
	}

	@BeforeEach
	void begin() {
		this.player.begin(visit(this.old));
		assertThat(seen(this.old)).isSameAs(this.old);
		this.clock.advance(Duration.ofHours(1));
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void whoeverHasNotBegunSeesTheNewest() {
		CoursePackage newest = version("2.0.0");
		CurrentLaunch other = TestLaunches.learner("somebody-else").module(newest.id()).build();

		assertThat(this.releases.of(other, newest, Optional.empty())).isSameAs(newest);
	}

	@Test
	void anAttemptIsPinnedToItsReleaseWithVersionAndDigest() {
		assertThat(pinned()).isEqualTo(Release.of(this.old).digest());
		assertThat(this.database.jdbc().sql("select count(*) from module_release").query(Integer.class).single())
			.isOne();
	}

	@Test
	void aCorrectionIsSeenAtOnce() {
		CoursePackage newest = version("1.2.1");

		assertThat(seen(newest)).isSameAs(newest);
		assertThat(pinned()).isEqualTo(Release.of(newest).digest());
	}

	@Test
	void anotherMajorVersionLeavesTheOldOneAsItWas() {
		assertThat(seen(version("2.0.0"))).isEqualTo(this.old).isNotSameAs(this.old);
		assertThat(pinned()).isEqualTo(Release.of(this.old).digest());
	}

	@Test
	void theOldOneIsLeftAfterNinetyDays() {
		CoursePackage newest = version("2.0.0");
		seen(newest);
		this.clock.advance(Duration.ofDays(91));

		assertThat(seen(newest)).isSameAs(newest);
	}

	@Test
	void moreOfTheSameWaitsForTheNextLaunch() {
		assertThat(seen(version("1.3.0"))).isEqualTo(this.old);
	}

	@Test
	void whoeverWantsMoreOfTheSameMovesAtOnce() {
		CoursePackage newest = version("1.3.0");
		seen(newest);
		this.releases.update(this.launch, this.link, newest);

		assertThat(seen(newest)).isSameAs(newest);
		assertThat(attempt().updatedFrom()).as("who decided it knows it").isNull();
	}

	@Nested
	class WhereSomethingElseIsRight {

		private final CoursePackage newest = version("2.0.0");

		private final Assessment check = ReleasesTests.this.old.assessment(TestCoursePackages.CHECK).orElseThrow();

		@Test
		void whoeverWantsToMovesAndKeepsThePagesButNotTheChecks() {
			player().open(visit(ReleasesTests.this.old), attempt(), player().progress(attempt()), "meeting");
			handIn(visit(ReleasesTests.this.old));
			move();

			assertThat(seen(this.newest)).isSameAs(this.newest);
			assertThat(player().progress(attempt())).satisfies((progress) -> {
				assertThat(progress.viewed()).containsExactly("meeting");
				assertThat(progress.tries()).as("other answers were right then").isEmpty();
			});
		}

		@Test
		void theChecksBeginAnewUnderNumbersOfTheirOwn() {
			handIn(visit(ReleasesTests.this.old));
			move();
			Try fresh = player().beginTry(visit(this.newest), this.check).orElseThrow();

			assertThat(fresh.number()).isEqualTo(2);
			assertThat(fresh.moduleVersion()).isEqualTo("2.0.0");
			assertThat(player().progress(attempt()).open(this.check.id())).contains(fresh);
		}

		@Test
		void teachersSeeWhatCounts() {
			known();
			handIn(visit(ReleasesTests.this.old));
			assertThat(begun().tries()).isOne();
			move();

			assertThat(begun()).satisfies((now) -> {
				assertThat(now.tries()).isZero();
				assertThat(now.percent()).isNull();
			});
			handIn(visit(this.newest));
			assertThat(begun().tries()).isOne();
			assertThat(begun().percent()).isEqualByComparingTo("0");
		}

		private ClassProgress.Begun begun() {
			return new JdbcClass(ReleasesTests.this.database.jdbc())
				.begun(ReleasesTests.this.launch.registration().id(), ReleasesTests.this.link.id(), this.newest)
				.getFirst();
		}

		private void known() {
			ReleasesTests.this.database.jdbc()
				.sql("""
						insert into lti_user (id, registration_id, subject, created_at, updated_at)
						values (:id, :registration, 's', :now, :now)
						""")
				.param("id", ReleasesTests.this.launch.user().id().value())
				.param("registration", ReleasesTests.this.launch.registration().id().value())
				.param("now", Utc.of(ReleasesTests.this.clock.instant()))
				.update();
		}

		@Test
		void anOpenCheckIsFinishedBeforeOneMoves() {
			Try one = player().beginTry(visit(ReleasesTests.this.old), this.check).orElseThrow();
			move();

			assertThat(seen(this.newest)).isEqualTo(ReleasesTests.this.old);
			player().submit(visit(ReleasesTests.this.old), this.check, one.number());
			move();
			assertThat(seen(this.newest)).isSameAs(this.newest);
		}

		@Test
		void aCheckThatNobodyFinishesInADayIsClosedWhenTheTimeIsUp() {
			assertThat(player().beginTry(visit(ReleasesTests.this.old), this.check)).isPresent();
			seen(this.newest);
			ReleasesTests.this.clock.advance(Duration.ofDays(91));

			assertThat(seen(this.newest)).isSameAs(this.newest);
			assertThat(ReleasesTests.this.database.jdbc()
				.sql("select count(*) from assessment_try")
				.query(Integer.class)
				.single()).isZero();
		}

		@Test
		void whoeverCompletedTheOldOneHasCompletedIt() {
			ReleasesTests.this.database.jdbc().sql("update attempt set completed_at = started_at").update();
			move();

			assertThat(seen(this.newest)).isEqualTo(ReleasesTests.this.old);
		}

		private void move() {
			seen(this.newest);
			ReleasesTests.this.releases.update(ReleasesTests.this.launch, ReleasesTests.this.link, this.newest);
		}

		private void handIn(Visit visit) {
			player().submit(visit, this.check, player().beginTry(visit, this.check).orElseThrow().number());
		}

		private Player player() {
			return ReleasesTests.this.player;
		}

	}

	@Test
	void anOpenCheckIsFinishedBeforeOneMoves() {
		this.player.beginTry(visit(this.old), this.old.assessment(TestCoursePackages.CHECK).orElseThrow());
		CoursePackage newest = version("1.3.0");
		this.releases.update(this.launch, this.link, newest);

		assertThat(seen(newest)).isEqualTo(this.old);
	}

	@Test
	void whoeverIsMovedIsToldUntilTheyHaveSeenIt() {
		CoursePackage newest = version("2.0.0");
		seen(newest);
		this.clock.advance(Duration.ofDays(91));
		seen(newest);
		assertThat(attempt().updatedFrom()).isEqualTo("1.2.0");

		this.releases.update(this.launch, this.link, newest);
		assertThat(attempt().updatedFrom()).isNull();
	}

	@Test
	void aPageThatWasRewrittenIsReadAgainAndOneThatWasRenamedIsNot() {
		CoursePackage before = with("1.2.1", keyed("meeting", null), keyed("consent", "consent-1"));
		seen(before);
		for (String page : List.of("meeting", "consent", "who-refers")) {
			this.player.open(visit(before), attempt(), this.player.progress(attempt()), page);
		}
		seen(with("1.2.2", keyed("meeting", "meeting-2"), keyed("agreement", "consent-1")));

		assertThat(this.player.progress(attempt()).viewed()).contains("who-refers", "agreement")
			.doesNotContain("meeting");
	}

	private static Page keyed(String id, @Nullable String key) {
		return new Page(id, "A page", "<p>Text.</p>", 1, List.of(), List.of(), List.of(), null, key);
	}

	private static CoursePackage with(String version, Page... pages) {
		TestCoursePackages module = TestCoursePackages.module().version(version);
		List.of(pages).forEach(module::page);
		return module.build();
	}

	private Attempt attempt() {
		return this.player.find(visit(this.old)).orElseThrow();
	}

	@Test
	void aNodeThatNeverSawTheOldOneReadsItFromTheDatabase() {
		this.releases = node();

		assertThat(seen(version("2.0.0"))).isEqualTo(this.old);
	}

	@Test
	void anOpenCheckKeepsItsQuestions() {
		Assessment check = this.old.assessment(TestCoursePackages.CHECK).orElseThrow();
		Try one = this.player.beginTry(visit(this.old), check).orElseThrow();
		CoursePackage corrected = version("1.2.1");

		assertThat(seen(corrected)).isEqualTo(this.old);

		this.player.submit(visit(this.old), check, one.number());

		assertThat(seen(corrected)).isSameAs(corrected);
	}

	@Test
	void picturesOfTheOldOneAreKept() {
		String address = "a".repeat(64) + ".svg";
		CoursePackage drawn = CanonicalForm.read(Release.of(this.old)
			.form()
			.replace("<p>Begin with safety", "<img src=\\\"/pictures/" + address + "\\\" /><p>Begin with safety"),
				CoursePackage.class);
		seen(drawn);

		assertThat(new KeptPictures(new JdbcReleases(this.database.jdbc())).picture(address))
			.hasValueSatisfying((picture) -> assertThat(picture.content()).isEqualTo(TestPictures.drawing().content()));
		assertThat(new KeptPictures(new JdbcReleases(this.database.jdbc())).picture("other")).isEmpty();
	}

	@Test
	void aReleaseThatWasTamperedWithIsNotPlayed() {
		this.database.jdbc().sql("update module_release set form = '{}'").update();
		this.releases = node();
		CoursePackage newest = version("2.0.0");

		assertThat(seen(newest)).isSameAs(newest);
	}

	private Releases node() {
		return new Releases(new JdbcReleases(this.database.jdbc()), new JdbcTries(this.database.jdbc()),
				List.of((address) -> Optional.of(TestPictures.drawing())), this.clock);
	}

	private CoursePackage seen(CoursePackage newest) {
		return this.releases.of(this.launch, newest,
				new JdbcVisits(this.database.jdbc()).of(this.launch, this.link, newest.id()).pin());
	}

	private Visit visit(CoursePackage module) {
		return new Visit(this.launch, this.link, module);
	}

	private String pinned() {
		return this.database.jdbc().sql("select release_digest from attempt").query(String.class).single();
	}

	private CoursePackage version(String version) {
		String form = Release.of(this.old)
			.form()
			.replace("\"version\":\"" + this.old.version() + "\"", "\"version\":\"" + version + "\"");
		return CanonicalForm.read(form, CoursePackage.class);
	}

}
