package com.humantraffickingexperts.lti.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.JdbcLaunches.StoredLaunch;
import com.humantraffickingexperts.lti.launch.claims.Standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnEachDatabase
class JdbcLaunchesTests {

	private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	private final TestDatabase.Product product;

	private TestDatabase database;

	private JdbcLaunches launches;

	JdbcLaunchesTests(TestDatabase.Product product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(this.product);
		this.launches = TestLaunches.stored(this.database);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private static NewLaunch fresh(CurrentLaunch launch, String nonce) {
		LaunchDetails details = new LaunchDetails(launch.family(), launch.platformName(), "Safeguarding", "SG1", "1",
				"Referral", launch.module(), List.of("former"), List.of(), launch.presentation(), launch.ags(),
				launch.memberships(), launch.groups(), null, null, List.of("https://moodle.example.org"));
		return new NewLaunch(launch, details, "1", Digests.sha256(nonce), Digests.sha256("token"),
				Digests.sha256("secret"), NOW.plus(Duration.ofHours(4)), launch.graded());
	}

	private static CurrentLaunch at(CurrentLaunch launch, Instant when) {
		return new CurrentLaunch(new LaunchId(Ids.inTimeOrder(when)), launch.key(), launch.messageType(),
				launch.registration(), launch.family(), launch.platformName(), launch.deploymentId(), launch.user(),
				launch.standing(), launch.testUser(), launch.context(), launch.link(), launch.module(),
				launch.moduleChosen(), launch.presentation(), launch.ags(), launch.memberships(), launch.groups(),
				launch.deepLinking(), launch.forUser(), when);
	}

	@Nested
	class ANonce {

		@Test
		void isUsedOnceHoweverManyNodesTryAtTheSameTime() throws Exception {
			List<Callable<Boolean>> nodes = IntStream.range(0, 16)
				.<Callable<Boolean>>mapToObj((node) -> this::accepted)
				.toList();
			int accepted = 0;
			try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
				for (Future<Boolean> outcome : executor.invokeAll(nodes)) {
					accepted += outcome.get() ? 1 : 0;
				}
			}
			assertThat(accepted).isOne();
			assertThat(JdbcLaunchesTests.this.database.jdbc()
				.sql("select count(*) from launch")
				.query(Integer.class)
				.single()).isOne();
		}

		private boolean accepted() {
			try {
				JdbcLaunchesTests.this.launches
					.insert(List.of(fresh(at(TestLaunches.learner().build(), NOW), "nonce")));
				return true;
			}
			catch (DuplicateKeyException ex) {
				return false;
			}
		}

		@Test
		void usedBeforeKeepsAllThatComeWithItFromBeingRecorded() {
			CurrentLaunch launch = TestLaunches.learner().build();
			JdbcLaunchesTests.this.launches.insert(List.of(fresh(at(launch, NOW), "used")));
			assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> JdbcLaunchesTests.this.launches
				.insert(List.of(fresh(at(launch, NOW), "fresh"), fresh(at(launch, NOW), "used"))));
		}

		@Test
		void isForgottenOnlyWhenNoTokenCanCarryItAnyMore() {
			JdbcLaunchesTests.this.launches.insert(List.of(fresh(at(TestLaunches.learner().build(), NOW), "nonce")));
			LaunchHousekeeping.forget(JdbcLaunchesTests.this.database.jdbc(),
					NOW.plus(LaunchHousekeeping.NONCE_KEPT).minusSeconds(1));
			assertThat(JdbcLaunchesTests.this.launches.findByNonce(Digests.sha256("nonce"))).isPresent();
			LaunchHousekeeping.forget(JdbcLaunchesTests.this.database.jdbc(),
					NOW.plus(LaunchHousekeeping.NONCE_KEPT).plusSeconds(1));
			assertThat(JdbcLaunchesTests.this.launches.findByNonce(Digests.sha256("nonce"))).isEmpty();
		}

	}

	@Nested
	class ALaunch {

		@Test
		void comesBackAsItWasRecorded() {
			CurrentLaunch launch = at(TestLaunches.learner().build(), NOW);
			NewLaunch fresh = fresh(launch, "nonce");
			JdbcLaunchesTests.this.launches.insert(List.of(fresh));
			StoredLaunch stored = JdbcLaunchesTests.this.launches.find(launch.id()).orElseThrow();
			assertThat(stored.details()).isEqualTo(fresh.details());
			assertThat(stored.standing()).isEqualTo(launch.standing());
			assertThat(stored.launchedAt()).isEqualTo(launch.launchedAt());
			assertThat(stored.sessionExpiresAt()).isEqualTo(fresh.sessionExpiresAt());
		}

		@Test
		void isForgottenAfterThirtyDays() {
			CurrentLaunch launch = at(TestLaunches.learner().build(), NOW);
			JdbcLaunchesTests.this.launches.insert(List.of(fresh(launch, "nonce")));
			LaunchHousekeeping.forget(JdbcLaunchesTests.this.database.jdbc(),
					NOW.plus(LaunchHousekeeping.LAUNCH_KEPT).minusSeconds(1));
			assertThat(JdbcLaunchesTests.this.launches.find(launch.id())).isPresent();
			LaunchHousekeeping.forget(JdbcLaunchesTests.this.database.jdbc(),
					NOW.plus(LaunchHousekeeping.LAUNCH_KEPT).plusSeconds(1));
			assertThat(JdbcLaunchesTests.this.launches.find(launch.id())).isEmpty();
		}

		@Test
		void tellsTheNewestStandingOfAPersonInACourse() {
			CurrentLaunch teacher = at(TestLaunches.learner().standing(Standing.INSTRUCTOR).build(), NOW);
			CurrentLaunch learner = at(TestLaunches.learner().build(), NOW.plusSeconds(5));
			JdbcLaunchesTests.this.launches.insert(List.of(fresh(teacher, "first")));
			JdbcLaunchesTests.this.launches.insert(List.of(fresh(learner, "second")));
			assertThat(teacher.context()).isNotNull();
			assertThat(JdbcLaunchesTests.this.launches.newestStanding(teacher.user().id(), Ids.derived("context", "1")))
				.contains(Standing.LEARNER);
			assertThat(JdbcLaunchesTests.this.launches.newestStanding(teacher.user().id(), null)).isEmpty();
		}

	}

	@Nested
	class PlacesThatDifferInOneByte {

		@Test
		void areDifferentPlaces() {
			JdbcPlaces places = new JdbcPlaces(JdbcLaunchesTests.this.database.jdbc(), JsonMapper.builder().build());
			List<String> names = List.of("link", "LINK", "link ", "lïnk");
			for (String name : names) {
				CurrentLaunch launch = at(TestLaunches.learner().link(name).build(), NOW);
				places.record(fresh(launch, name));
				places.record(fresh(launch, name));
			}
			assertThat(JdbcLaunchesTests.this.database.jdbc()
				.sql("select platform_link_id from resource_link")
				.query(String.class)
				.list()).containsExactlyInAnyOrderElementsOf(names);
			assertThat(JdbcLaunchesTests.this.database.jdbc()
				.sql("select count(*) from context")
				.query(Integer.class)
				.single()).isOne();
		}

	}

}
