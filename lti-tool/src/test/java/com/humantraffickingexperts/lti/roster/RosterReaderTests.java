package com.humantraffickingexperts.lti.roster;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.people.Arrival;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of a list of members. */
@OnEachDatabase
class RosterReaderTests {

	private final TestDatabase database;

	private final RosterBench bench;

	RosterReaderTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.bench = new RosterBench(this.database, PlatformFamily.MOODLE);
	}

	@AfterEach
	void close() {
		this.bench.close();
		this.database.close();
	}

	@Test
	void aKnownNameIsNotLostToAnAnonymousAnswer() {
		User launched = this.bench.users.named(this.bench.registration.id(), "u1", "Ngozi Adeyemi");
		this.bench.users.record(List.of(new Arrival(launched, true)));
		this.bench.lists(RosterBench.learner("u1"), RosterBench.named("u2", "Siân Price"));
		this.bench.aTeacherComes();
		this.bench.lists(RosterBench.learner("u1"), RosterBench.learner("u2"));
		this.bench.aTeacherComesLater();
		assertThat(name("u1")).isEqualTo("Ngozi Adeyemi");
		assertThat(name("u2")).isEqualTo("Siân Price");
		assertThat(this.bench.users.seatsTaken(this.bench.registration.id())).isEqualTo(1);
	}

	@Test
	void aNewNameTakesThePlaceOfAnOldOne() {
		this.bench.lists(RosterBench.named("u1", "Ngozi Adeyemi"));
		this.bench.aTeacherComes();
		this.bench.lists(RosterBench.named("u1", "Ngozi Price \uD83D\uDE42"));
		this.bench.aTeacherComesLater();
		assertThat(name("u1")).isEqualTo("Ngozi Price \uD83D\uDE42");
	}

	@Test
	void idsThatDifferInCaseAreDifferentPeople() {
		this.bench.lists(RosterBench.learner("abc"), RosterBench.learner("ABC"), RosterBench.learner("abc "));
		this.bench.aTeacherComes();
		assertThat(this.bench.members()).containsOnlyKeys("abc", "ABC", "abc ");
	}

	@Test
	void whoIsGoneOrInactiveIsMarkedAndNotDeleted() {
		this.bench.lists(RosterBench.learner("u1"), RosterBench.learner("u2"),
				"{\"user_id\":\"u3\",\"roles\":[\"Learner\"],\"status\":\"Inactive\"}",
				"{\"user_id\":\"u4\",\"roles\":[\"Learner\"],\"status\":\"Deleted\"}");
		this.bench.aTeacherComes();
		this.bench.lists(RosterBench.learner("u1"));
		this.bench.aTeacherComesLater();
		assertThat(this.bench.members()).containsOnlyKeys("u1", "u2", "u3", "u4");
		assertThat(this.bench.members().values()).filteredOn(Membership::present).hasSize(1);
		assertThat(this.bench.member("u3").status()).isEqualTo(Membership.Status.INACTIVE);
		assertThat(this.bench.member("u4").status()).isEqualTo(Membership.Status.DELETED);
	}

	@Test
	void aThousandMembersAreReadAndOnlyWhatChangesIsWritten() {
		this.bench.lists(IntStream.range(0, 1000)
			.mapToObj((number) -> RosterBench.named("u" + number, "Learner " + number))
			.toArray(String[]::new));
		this.bench.aTeacherComes();
		assertThat(this.bench.members()).hasSize(1000);
		this.bench.aTeacherComesLater();
		assertThat(this.database.jdbc()
			.sql("select count(*) from membership where updated_at > created_at")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aListIsTriedAgainAWhileAndThenWaitsForTheNextOccasion() {
		this.bench.answers(aResponse().withStatus(502));
		this.bench.aTeacherComes();
		for (int step = 0; step < 10; step++) {
			this.bench.passes(Duration.ofHours(1));
		}
		assertThat(this.bench.asked()).hasSize(4);
		assertThat(this.bench.tasks()).isZero();
		assertThat(this.bench.status().problem()).isEqualTo(RosterProblem.FAILED);
		this.bench.lists(RosterBench.learner("u1"));
		this.bench.aTeacherComesLater();
		assertThat(this.bench.members()).hasSize(1);
	}

	@Test
	void contextsThatAreNoLongerInUseAreNotReadAtNight() {
		this.bench.lists(RosterBench.learner("u1"));
		this.bench.aTeacherComes();
		assertThat(this.bench.stored.active(this.bench.clock.instant().minus(RosterTasks.IN_USE)))
			.containsExactly(this.bench.course());
		this.bench.clock.advance(RosterTasks.IN_USE.plusDays(1));
		assertThat(this.bench.stored.active(this.bench.clock.instant().minus(RosterTasks.IN_USE))).isEmpty();
	}

	@Test
	void aRegistrationThatIsGoneIsSaidToBeSwitchedOff() {
		this.bench.forgetsTheRegistration();
		this.bench.aTeacherComes();
		assertThat(this.bench.status().problem()).isEqualTo(RosterProblem.DISABLED);
		assertThat(this.bench.asked()).isEmpty();
	}

	@Test
	void blackboardsLinkBehindTheEndEndsTheList() {
		this.bench.answers(okJson("{\"members\":[" + RosterBench.learner("u1") + "]}").withHeader("Link",
				"</nrps?from=1>; rel=\"next\""));
		this.bench.answersAt("/nrps?from=1", okJson("{\"members\":[" + RosterBench.learner("u1") + "]}")
			.withHeader("Link", "</nrps?from=0>; rel=\"next\""));
		this.bench.aTeacherComes();
		assertThat(this.bench.members()).hasSize(1);
		assertThat(this.bench.asked()).hasSize(2);
	}

	private String name(String subject) {
		return String.valueOf(this.bench.member(subject).user().name());
	}

}
