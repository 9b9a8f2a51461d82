package com.humantraffickingexperts.lti.people;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationSource;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;
import com.humantraffickingexperts.lti.registration.TestRegistrations;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class SeatsTests {

	private final TestDatabase.Product product;

	private TestDatabase database;

	private RegistrationStore registrations;

	private Users users;

	SeatsTests(TestDatabase.Product product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(this.product);
		this.registrations = TestRegistrations.store(this.database);
		this.users = node();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private Users node() {
		JdbcUsers stored = TestUsers.stored(this.database);
		return new Users(stored, new Seats(stored, this.registrations, this.database.transactions(), Clock.systemUTC()),
				Clock.systemUTC());
	}

	private RegistrationId registration(@Nullable Integer seats) {
		return this.registrations.add(
				TestRegistrations.draft("client", new RegistrationTerms(null, null, seats, Set.of(), false)),
				RegistrationState.ENABLED, RegistrationSource.BY_HAND);
	}

	private User learner(RegistrationId registration, String subject) {
		return this.users.named(registration, subject, "Name of " + subject);
	}

	@Nested
	class ALimitedNumber {

		@Test
		void isReachedAndNotPassed() {
			RegistrationId college = registration(2);
			assertThat(users.takeSeat(learner(college, "a"))).isTrue();
			assertThat(users.takeSeat(learner(college, "b"))).isTrue();
			assertThat(users.takeSeat(learner(college, "c"))).isFalse();
			assertThat(users.seatsTaken(college)).isEqualTo(2);
			assertThat(users.find(learner(college, "c").id())).isEmpty();
		}

		@Test
		void keepsThoseInWhoWereThereBefore() {
			RegistrationId college = registration(1);
			users.takeSeat(learner(college, "a"));
			assertThat(users.takeSeat(learner(college, "a"))).isTrue();
			assertThat(node().takeSeat(learner(college, "a"))).isTrue();
			assertThat(users.seatsTaken(college)).isOne();
		}

		@Test
		void keepsThemInAlsoWhenItIsLowered() {
			RegistrationId college = registration(2);
			users.takeSeat(learner(college, "a"));
			users.takeSeat(learner(college, "b"));
			registrations.change(college, 1,
					TestRegistrations.draft("client", new RegistrationTerms(null, null, 1, Set.of(), false)));
			assertThat(node().takeSeat(learner(college, "b"))).isTrue();
			assertThat(node().takeSeat(learner(college, "c"))).isFalse();
		}

		@Test
		void countsThoseWhoCameBeforeItWasAgreed() {
			RegistrationId college = registration(null);
			users.record(List.of(new Arrival(learner(college, "a"), true)));
			registrations.change(college, 1,
					TestRegistrations.draft("client", new RegistrationTerms(null, null, 1, Set.of(), false)));
			assertThat(users.takeSeat(learner(college, "b"))).isFalse();
			assertThat(users.takeSeat(learner(college, "a"))).isTrue();
		}

		@Test
		void doesNotCountTeachersUntilTheyLearn() {
			RegistrationId college = registration(1);
			users.record(List.of(new Arrival(learner(college, "teacher"), false)));
			assertThat(users.seatsTaken(college)).isZero();
			assertThat(users.takeSeat(learner(college, "teacher"))).isTrue();
			users.record(List.of(new Arrival(learner(college, "teacher"), false)));
			assertThat(users.seatsTaken(college)).isOne();
		}

		@Test
		void countsEachRegistrationByItself() {
			RegistrationId college = registration(1);
			users.record(List.of(new Arrival(learner(new RegistrationId("other"), "a"), true)));
			assertThat(users.takeSeat(learner(college, "a"))).isTrue();
		}

		@Test
		void isNotPassedByManyWhoComeAtTheSameTimeOnSeveralNodes() throws Exception {
			RegistrationId college = registration(3);
			List<Callable<Boolean>> launches = IntStream.range(0, 24)
				.<Callable<Boolean>>mapToObj((number) -> () -> node().takeSeat(learner(college, "s" + number % 12)))
				.toList();
			int in = 0;
			try (ExecutorService together = Executors.newFixedThreadPool(8)) {
				for (Future<Boolean> launch : together.invokeAll(launches)) {
					in += launch.get() ? 1 : 0;
				}
			}
			assertThat(users.seatsTaken(college)).isEqualTo(3);
			assertThat(in).isBetween(3, 6);
		}

		@Test
		void lastSeatIsOpenToBothLaunchesOfOneLearner() throws Exception {
			RegistrationId college = registration(1);
			List<Callable<Boolean>> launches = IntStream.range(0, 8)
				.<Callable<Boolean>>mapToObj((number) -> () -> node().takeSeat(learner(college, "same")))
				.toList();
			try (ExecutorService together = Executors.newFixedThreadPool(8)) {
				for (Future<Boolean> launch : together.invokeAll(launches)) {
					assertThat(launch.get()).isTrue();
				}
			}
		}

	}

	@Nested
	class NamesOfAPseudonymousRegistration {

		@Test
		void areErasedAndThoseOfOthersKept() {
			RegistrationId college = registration(null);
			User other = learner(new RegistrationId("other"), "a");
			users.record(List.of(new Arrival(learner(college, "a"), true)));
			users.record(List.of(new Arrival(learner(college, "b"), false)));
			users.record(List.of(new Arrival(other, true)));
			assertThat(users.forgetNames(college)).isEqualTo(2);
			assertThat(users.find(learner(college, "a").id()).orElseThrow().name()).isNull();
			assertThat(users.find(other.id()).orElseThrow().name()).isNotNull();
			assertThat(users.seatsTaken(college)).isOne();
		}

		@Test
		void areStoredAgainWhenNamesAreWantedAgain() {
			RegistrationId college = registration(null);
			User learner = learner(college, "a");
			users.record(List.of(new Arrival(learner, true)));
			users.forgetNames(college);
			users.record(List.of(new Arrival(learner, true)));
			assertThat(users.find(learner.id())).contains(learner);
		}

	}

}
