package com.humantraffickingexperts.lti.launch;

import java.time.Clock;
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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.ReadyTransactions;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.people.TestUsers;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.Users;

import static org.assertj.core.api.Assertions.assertThat;

/** Launches that arrive together are recorded together, and each by itself. */
@OnEachDatabase
class LaunchRecorderTests {

	private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	private static final int NONCES = 120;

	private static final int PEOPLE = 40;

	private final TestDatabase.Product product;

	private TestDatabase database;

	private Users users;

	private ReadyTransactions transactions;

	private JdbcLaunches launches;

	private FreshLaunches freshLaunches;

	private LaunchRecorder recorder;

	LaunchRecorderTests(TestDatabase.Product product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(this.product);
		this.users = TestUsers.on(this.database, Clock.systemUTC());
		this.transactions = this.database.readyTransactions();
		this.launches = TestLaunches.stored(this.database);
		this.freshLaunches = new FreshLaunches(this.users);
		this.recorder = new LaunchRecorder(this.launches,
				new JdbcPlaces(this.database.jdbc(), JsonMapper.builder().build()), this.users, this.freshLaunches,
				this.transactions);
	}

	@AfterEach
	void close() {
		this.transactions.close();
		this.database.close();
	}

	@Test
	void eachNonceIsGoodForOneOfManyWhoComeAtTheSameTime() throws Exception {
		List<Callable<Boolean>> arrivals = IntStream.range(0, 3 * NONCES)
			.<Callable<Boolean>>mapToObj((number) -> () -> this.recorder.record(launch(number)))
			.toList();
		int accepted = 0;
		try (ExecutorService executor = Executors.newFixedThreadPool(32)) {
			for (Future<Boolean> outcome : executor.invokeAll(arrivals)) {
				accepted += outcome.get() ? 1 : 0;
			}
		}
		assertThat(accepted).isEqualTo(NONCES);
		assertThat(count("launch")).isEqualTo(NONCES);
		assertThat(count("lti_user")).isEqualTo(PEOPLE);
		assertThat(count("context")).isOne();
		assertThat(count("resource_link")).isOne();
	}

	@Test
	void aLaunchThatWasUsedBeforeLeavesNothing() {
		assertThat(this.recorder.record(launch(1))).isTrue();
		assertThat(this.recorder.record(launch(1 + NONCES))).isFalse();
		assertThat(count("launch")).isOne();
		assertThat(count("lti_user")).isOne();
	}

	/** Whether it was recorded alone or with others. */
	@Test
	void theFirstPageOfALaunchIsToldWhatTheDatabaseHas() throws Exception {
		this.recorder.record(launch(0));
		this.users.chooseLanguage(launch(0).launch().user().id(), "cy");
		List<NewLaunch> arriving = IntStream.range(1, NONCES).mapToObj(this::launch).toList();
		try (ExecutorService executor = Executors.newFixedThreadPool(32)) {
			executor.invokeAll(
					arriving.stream().<Callable<Boolean>>map((fresh) -> () -> this.recorder.record(fresh)).toList());
		}
		for (NewLaunch fresh : arriving) {
			LaunchId id = fresh.launch().id();
			assertThat(this.freshLaunches.take(id)).isEqualTo(this.launches.find(id)).isPresent();
			assertThat(this.freshLaunches.take(id)).isEmpty();
		}
	}

	private NewLaunch launch(int number) {
		CurrentLaunch made = TestLaunches.learner().build();
		User user = this.users.named(made.registration().id(), "person " + number % PEOPLE,
				"Person " + number % PEOPLE);
		CurrentLaunch launch = new CurrentLaunch(new LaunchId(Ids.inTimeOrder(NOW)), made.key(), made.messageType(),
				made.registration(), made.family(), made.platformName(), made.deploymentId(), user, made.standing(),
				made.testUser(), made.context(), made.link(), made.module(), made.moduleChosen(), made.presentation(),
				made.ags(), made.memberships(), made.groups(), made.deepLinking(), made.forUser(), NOW);
		LaunchDetails details = new LaunchDetails(launch.family(), launch.platformName(), "Safeguarding", "SG1", "1",
				"Referral", launch.module(), List.of(), List.of(), launch.presentation(), launch.ags(),
				launch.memberships(), launch.groups(), null, null, List.of());
		return new NewLaunch(launch, details, "1", Digests.sha256("nonce " + number % NONCES), Digests.sha256("token"),
				Digests.sha256("secret"), NOW.plus(Duration.ofHours(4)), launch.graded());
	}

	private int count(String table) {
		return this.database.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
	}

}
