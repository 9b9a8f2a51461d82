package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.learning.ClassActs.MoreTime;
import com.humantraffickingexperts.lti.learning.ClassProgress.Decision;
import com.humantraffickingexperts.lti.learning.ClassProgress.TimeAgreed;
import com.humantraffickingexperts.lti.people.UserId;

import static org.assertj.core.api.Assertions.assertThat;

/** A teacher agrees with one learner on more time. */
@OnEachDatabase
class ExtraTimeTests {

	private static final MoreTime HALF = new MoreTime(50, 5, "Reads with a screen reader");

	private final TestClock clock = new TestClock();

	private final TestDatabase database;

	private final CoursePackage module = TestCoursePackages.module().timeLimitMinutes(30).build();

	private final Player player;

	private final ClassActs acts;

	private final ClassProgress progress;

	private final CurrentLaunch teacher = TestLaunches.teacher().module(this.module.id()).build();

	ExtraTimeTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.player = TestPlayers.on(this.database, new CompletionsHeard(), this.clock);
		this.acts = TestClassProgress.acts(this.database.dataSource(), TestCoursePackages.catalog(this.module),
				this.clock);
		this.progress = TestClassProgress.on(this.database.dataSource(), TestCoursePackages.catalog(this.module),
				this.clock);
		place("link-1", "1");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void aCheckThatIsOpenGetsTheTimeToo() {
		Visit visit = began("student-1", "link-1", "1");
		Instant begun = this.clock.instant();
		this.clock.advance(Duration.ofMinutes(25));
		assertThat(agree("student-1", HALF, 0)).isTrue();
		assertThat(deadline(visit)).isEqualTo(begun.plus(Duration.ofMinutes(30 + 15 + 5)));
	}

	@Test
	void soDoChecksInOtherActivitiesOfTheCourseAndInNoOtherCourse() {
		place("link-2", "1");
		place("link-3", "2");
		Visit same = began("student-1", "link-2", "1");
		Visit other = began("student-1", "link-3", "2");
		Visit neighbour = began("student-2", "link-1", "1");
		Instant everybody = this.clock.instant().plus(Duration.ofMinutes(30));
		assertThat(agree("student-1", HALF, 0)).isTrue();
		assertThat(deadline(same)).isEqualTo(everybody.plus(Duration.ofMinutes(20)));
		assertThat(deadline(other)).isEqualTo(everybody);
		assertThat(deadline(neighbour)).isEqualTo(everybody);
	}

	@Test
	void nothingShortensACheckThatIsOpen() {
		Visit visit = began("student-1", "link-1", "1");
		agree("student-1", HALF, 0);
		Instant prolonged = deadline(visit);
		assertThat(agree("student-1", new MoreTime(0, 0, "Not needed any more"), 1)).isTrue();
		assertThat(deadline(visit)).isEqualTo(prolonged);
		this.player.submit(visit, visit.module().assessment(TestCoursePackages.CHECK).orElseThrow(), 1);
		assertThat(this.player.timeAllowed(visit, visit.module().assessment(TestCoursePackages.CHECK).orElseThrow()))
			.hasValue(new TimeAllowed(30, 0));
	}

	@Test
	void aCheckThatWasHandedInStaysAsItIs() {
		Visit visit = began("student-1", "link-1", "1");
		Instant deadline = deadline(visit);
		this.player.submit(visit, visit.module().assessment(TestCoursePackages.CHECK).orElseThrow(), 1);
		agree("student-1", HALF, 0);
		assertThat(this.database.jdbc()
			.sql("select deadline from assessment_try")
			.query((row, number) -> Utc.instant(row, "deadline"))
			.single()).isEqualTo(deadline);
	}

	@Test
	void itCanBeAgreedBeforeTheLearnerBegins() {
		assertThat(agree("student-1", HALF, 0)).isTrue();
		Visit visit = began("student-1", "link-1", "1");
		assertThat(deadline(visit)).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(50)));
	}

	@Test
	void whoPressesTwiceAgreesOnce() {
		List<Boolean> done = IntStream.range(0, 6)
			.parallel()
			.mapToObj((number) -> agree("student-1", HALF, 0))
			.toList();
		assertThat(done).containsOnlyOnce(true);
		assertThat(decisions("student-1")).hasSize(1);
	}

	@Test
	void everyDecisionIsListedTheLatestFirst() {
		agree("student-1", HALF, 0);
		// The clock of another node is behind.
		agree("student-1", new MoreTime(0, 0, "Agreed by mistake"), 1);
		assertThat(decisions("student-1")).map((decision) -> ((TimeAgreed) decision).reason())
			.containsExactly("Agreed by mistake", "Reads with a screen reader");
		assertThat(decisions("student-1").getFirst()).isInstanceOfSatisfying(TimeAgreed.class,
				(agreed) -> assertThat(agreed.more()).isFalse());
		assertThat(decisions("student-2")).isEmpty();
	}

	@Test
	void whoOnlyAssistsAgreesNothing() {
		CurrentLaunch assistant = TestLaunches.teacher().standing(Standing.ASSISTANT).module(this.module.id()).build();
		assertThat(this.acts.allowTime(assistant, user("student-1"), HALF, 0)).isFalse();
		CurrentLaunch nowhere = TestLaunches.teacher().context(null).module(this.module.id()).build();
		assertThat(this.acts.allowTime(nowhere, user("student-1"), HALF, 0)).isFalse();
		assertThat(decisions("student-1")).isEmpty();
	}

	private boolean agree(String student, MoreTime time, int agreed) {
		return this.acts.allowTime(this.teacher, user(student), time, agreed);
	}

	private List<? extends Decision> decisions(String student) {
		return this.progress.decisions(this.teacher, user(student));
	}

	private UserId user(String student) {
		return UserId.of(this.teacher.registration().id(), student);
	}

	private Visit began(String student, String link, String context) {
		CurrentLaunch launch = TestLaunches.learner(student)
			.link(link)
			.context(context)
			.module(this.module.id())
			.build();
		Visit visit = new Visit(launch, Objects.requireNonNull(launch.link()), this.module);
		this.player.begin(visit);
		this.player.beginTry(visit, this.module.assessment(TestCoursePackages.CHECK).orElseThrow());
		return visit;
	}

	private Instant deadline(Visit visit) {
		return Objects.requireNonNull(this.player.progress(this.player.find(visit).orElseThrow())
			.open(TestCoursePackages.CHECK)
			.orElseThrow()
			.deadline());
	}

	/** What a launch records of the activity and its course. */
	private void place(String link, String context) {
		CurrentLaunch launch = TestLaunches.teacher().link(link).context(context).build();
		this.database.jdbc()
			.sql("""
					insert into resource_link (id, registration_id, deployment_id, context_id, platform_link_id, created_at,
					  updated_at)
					values (:id, 'r', '1', :context, :link, :now, :now)
					""")
			.param("id", Objects.requireNonNull(launch.link()).id().value())
			.param("context", Objects.requireNonNull(launch.context()).id().value())
			.param("link", link)
			.param("now", Utc.of(this.clock.instant()))
			.update();
	}

}
