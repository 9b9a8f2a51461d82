package com.humantraffickingexperts.lti.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class UsersTests {

	private static final RegistrationId ONE = new RegistrationId("one");

	private static final RegistrationId OTHER = new RegistrationId("other");

	private final TestDatabase.Product product;

	private TestDatabase database;

	private Users users;

	UsersTests(TestDatabase.Product product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(this.product);
		this.users = node();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private Users node() {
		return TestUsers.on(this.database, Clock.systemUTC());
	}

	private Optional<User> stored(User user) {
		return node().find(user.id());
	}

	@Nested
	class TheLanguageOfAUser {

		@Test
		void isNoneUntilTheUserChoosesOne() {
			User user = UsersTests.this.users.named(ONE, "5", "Ada");
			UsersTests.this.users.record(List.of(new Arrival(user, true)));
			assertThat(UsersTests.this.users.language(user.id())).isEmpty();
		}

		@Test
		void isTheOneChosenLastAndNobodyElses() {
			User user = UsersTests.this.users.named(ONE, "5", "Ada");
			User other = UsersTests.this.users.named(ONE, "6", "Grace");
			UsersTests.this.users.record(List.of(new Arrival(user, true)));
			UsersTests.this.users.record(List.of(new Arrival(other, true)));
			UsersTests.this.users.chooseLanguage(user.id(), "cy");
			UsersTests.this.users.chooseLanguage(user.id(), "pl");
			assertThat(node().language(user.id())).contains("pl");
			assertThat(node().language(other.id())).isEmpty();
		}

	}

	@Nested
	class IdentifiersOfPlatforms {

		@Test
		void areDifferentPeopleAsSoonAsOneByteDiffers() {
			List<String> subjects = List.of("abc", "ABC", "abc ", " abc", "äbc", "a\u0308bc", "ａbc", "abc\u200b", "5",
					"05");
			for (String subject : subjects) {
				UsersTests.this.users.record(
						List.of(new Arrival(UsersTests.this.users.named(ONE, subject, "Name of " + subject), true)));
			}
			for (String subject : subjects) {
				User user = UsersTests.this.users.named(ONE, subject, null);
				assertThat(stored(user)).hasValueSatisfying((found) -> {
					assertThat(found.subject()).isEqualTo(subject);
					assertThat(found.name()).isEqualTo("Name of " + subject);
				});
			}
		}

		@Test
		void areDifferentPeopleOnDifferentPlatforms() {
			User one = UsersTests.this.users.named(ONE, "5", "Ada");
			User other = UsersTests.this.users.named(OTHER, "5", "Grace");
			UsersTests.this.users.record(List.of(new Arrival(one, true)));
			UsersTests.this.users.record(List.of(new Arrival(other, true)));
			assertThat(one.id()).isNotEqualTo(other.id());
			assertThat(stored(one)).contains(one);
			assertThat(stored(other)).contains(other);
		}

		@Test
		void mayBe255CharactersOfAnyScript() {
			User user = UsersTests.this.users.named(ONE, "李".repeat(255), "👩‍👩‍👧 ñ");
			UsersTests.this.users.record(List.of(new Arrival(user, true)));
			assertThat(stored(user)).contains(user);
		}

	}

	@Nested
	class Names {

		@Test
		void changeWithTheNextLaunch() {
			UsersTests.this.users
				.record(List.of(new Arrival(UsersTests.this.users.named(ONE, "5", "Ada Byron"), true)));
			User married = UsersTests.this.users.named(ONE, "5", "Ada Lovelace");
			UsersTests.this.users.record(List.of(new Arrival(married, true)));
			assertThat(stored(married)).contains(married);
		}

		@Test
		void areKeptWhenThePlatformNoLongerSharesThem() {
			User known = UsersTests.this.users.named(ONE, "5", "Ada Lovelace");
			UsersTests.this.users.record(List.of(new Arrival(known, true)));
			node().record(List.of(new Arrival(UsersTests.this.users.named(ONE, "5", null), true)));
			assertThat(stored(known)).contains(known);
		}

		@Test
		void areWrittenAgainWhenTheLaunchThatBroughtThemCouldNotBeRecorded() {
			User user = UsersTests.this.users.named(ONE, "5", "Ada Lovelace");
			UsersTests.this.database.transactions().executeWithoutResult((status) -> {
				UsersTests.this.users.record(List.of(new Arrival(user, true)));
				status.setRollbackOnly();
			});
			assertThat(stored(user)).isEmpty();
			UsersTests.this.users.record(List.of(new Arrival(user, true)));
			assertThat(stored(user)).contains(user);
		}

	}

	@Test
	void anonymousPreviewsAreNeverTheSamePerson() {
		User one = this.users.anonymous(ONE);
		User other = this.users.anonymous(ONE);
		this.users.record(List.of(new Arrival(one, true)));
		this.users.record(List.of(new Arrival(other, true)));
		assertThat(one.id()).isNotEqualTo(other.id());
		assertThat(stored(one)).hasValueSatisfying((user) -> assertThat(user.anonymous()).isTrue());
	}

}
