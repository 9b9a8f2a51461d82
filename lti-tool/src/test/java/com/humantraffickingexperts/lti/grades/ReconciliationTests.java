package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/** What the gradebook holds, compared with what was delivered: 5, and later 7 of 10. */
class ReconciliationTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Product.H2);

	private final PlayedPlatform platform = new PlayedPlatform();

	private final Registration registration = this.platform.registration(PlatformFamily.MOODLE);

	private final SteppedClock clock = new SteppedClock();

	private final GradesBench node = new GradesBench(this.database, this.clock, this.registration);

	private final TestCompletions completion = TestCompletions.of(this.registration, this.platform.withColumn());

	@BeforeEach
	void twoGradesAreDelivered() {
		this.node.completes(this.completion.with("5"));
		this.node.runsWhatIsDue();
		this.clock.advance(Duration.ofHours(1));
		this.node.completes(this.completion);
		this.node.runsWhatIsDue();
		assertThat(this.platform.scores()).hasSize(2);
		this.clock.advance(Duration.ofHours(1));
	}

	@AfterEach
	void close() {
		this.platform.close();
		this.database.close();
	}

	@Nested
	class WhatIsOurs {

		@Test
		void isLeftAloneWhereItIsRight() {
			reads("[{\"userId\":\"5\",\"resultScore\":35,\"resultMaximum\":50}]");
			assertThat(entry().drift()).isNull();
			assertThat(platform.scores()).hasSize(2);
			assertThat(reading()).isEqualTo(new Reconciliation.Reading(clock.instant(), 1, 0, 0, 0));
		}

		@Test
		void isSentAgainWhereItIsMissing() {
			reads("[]");
			assertThat(entry().drift()).isEqualTo(Drift.MISSING);
			assertThat(reading().mended()).isEqualTo(1);
			node.runsWhatIsDue();
			assertThat(platform.scores()).hasSize(3);
			assertThat(platform.scores().getLast().path("scoreGiven").asString()).isEqualTo("7");
			assertThat(entry().drift()).isNull();
			assertThat(kinds()).startsWith(ScoreEvent.Kind.DELIVERED, ScoreEvent.Kind.RESENT, ScoreEvent.Kind.MISSING);
		}

		@Test
		void isSentAgainWhereTheGradebookIsAnOldOne() {
			reads("[{\"userId\":\"5\",\"resultScore\":25,\"resultMaximum\":50}]");
			assertThat(entry().drift()).isEqualTo(Drift.DIFFERENT);
			assertThat(Objects.requireNonNull(entry().held()).given()).isEqualByComparingTo("25");
			node.runsWhatIsDue();
			assertThat(platform.scores()).hasSize(3);
		}

		@Test
		void isNotSentForEverWhereSomebodyTakesItAway() {
			for (int night = 0; night < 10; night++) {
				reads("[]");
				node.runsWhatIsDue();
				clock.advance(Duration.ofDays(1));
			}
			assertThat(platform.scores()).hasSize(5);
			assertThat(entry().drift()).isEqualTo(Drift.MISSING);
		}

	}

	@Nested
	class WhatATeacherEntered {

		@Test
		void isNeverOverwritten() {
			reads("[{\"userId\":\"5\",\"resultScore\":20,\"resultMaximum\":50,\"comment\":\"late\"}]");
			assertThat(entry().drift()).isEqualTo(Drift.OVERRIDDEN);
			assertThat(node.ledger.resend(registration.id(), completion.score())).isFalse();
			assertThat(node.ledger.resend(registration.id())).isZero();
			node.completes(completion.with("10"));
			node.passes(Duration.ofMinutes(1));
			assertThat(platform.scores()).hasSize(2);
			assertThat(entry().status().reason()).isEqualTo(DeliveryReason.TEACHER_DECIDED);
		}

		@Test
		void isListed() {
			reads("[{\"userId\":\"5\",\"resultScore\":50,\"resultMaximum\":50}]");
			assertThat(node.ledger.find(registration.id(), GradeLedger.LedgerFilter.DRIFTED, 0)).hasSize(1);
			assertThat(node.ledger.counts(registration.id()).drifted()).isEqualTo(1);
		}

		@Test
		void givesWayOnceItIsTakenBack() {
			reads("[{\"userId\":\"5\",\"resultScore\":20,\"resultMaximum\":50}]");
			node.completes(completion.with("10"));
			node.passes(Duration.ofMinutes(1));
			reads("[{\"userId\":\"5\",\"resultScore\":35,\"resultMaximum\":50}]");
			node.passes(Duration.ofMinutes(1));
			assertThat(platform.scores().getLast().path("scoreGiven").asString()).isEqualTo("10");
			assertThat(entry().status().state()).isEqualTo(DeliveryState.SENT);
		}

	}

	@Nested
	class AColumn {

		@Test
		void thatIsGoneIsListed() {
			platform.answersPage("/items/1/results", aResponse().withStatus(404));
			node.reconciliation.read(registration.id());
			assertThat(entry().drift()).isEqualTo(Drift.COLUMN_GONE);
			assertThat(platform.scores()).hasSize(2);
		}

		@Test
		void thatCannotBeReadSaysNothing() {
			for (int status : new int[] { 401, 403, 500 }) {
				platform.answersPage("/items/1/results", aResponse().withStatus(status));
				node.reconciliation.read(registration.id());
				assertThat(reading().unread()).isEqualTo(1);
			}
			assertThat(entry().drift()).isNull();
		}

		@Test
		void isReadToItsLastPageAndNeverAskedForOne() {
			platform.answersPage("/items/1/results", okJson("[]").withHeader("Link", "</more>; rel=\"next\""));
			platform.answersPage("/more", okJson("[{\"userId\":\"5\",\"resultScore\":7,\"resultMaximum\":10}]"));
			node.reconciliation.read(registration.id());
			assertThat(entry().drift()).isNull();
			assertThat(platform.requests()).noneMatch((request) -> request.getUrl().contains("limit"));
		}

		@Test
		void ofWhichAPartCannotBeReadSaysNothing() {
			platform.answersPage("/items/1/results",
					okJson("[]").withHeader("Link", "<\u201c/more\u201d>; rel=\u201cnext\u201d"));
			node.reconciliation.read(registration.id());
			assertThat(reading().unread()).isEqualTo(1);
			assertThat(entry().drift()).isNull();
		}

	}

	private void reads(String results) {
		this.platform.holdsResults(results);
		this.node.reconciliation.read(this.registration.id());
	}

	private LedgerEntry entry() {
		return page().entry();
	}

	private List<ScoreEvent.Kind> kinds() {
		return page().events().stream().map(ScoreEvent::kind).toList();
	}

	private GradeLedger.LedgerPage page() {
		return this.node.ledger.find(this.registration.id(), this.completion.score()).orElseThrow();
	}

	private Reconciliation.Reading reading() {
		return Objects.requireNonNull(this.node.reconciliation.last(this.registration.id()).orElse(null));
	}

}
