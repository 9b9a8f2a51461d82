package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The history of a grade, on real databases. */
@OnEachDatabase
class GradeLedgerTests {

	private final TestDatabase database;

	private final PlayedPlatform platform = new PlayedPlatform();

	private final Registration registration = this.platform.registration(PlatformFamily.MOODLE);

	private final SteppedClock clock = new SteppedClock();

	private final GradesBench node;

	private final TestCompletions completion = TestCompletions.of(this.registration, this.platform.withColumn());

	GradeLedgerTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.node = new GradesBench(this.database, this.clock, this.registration);
	}

	@AfterEach
	void close() {
		this.platform.close();
		this.database.close();
	}

	@Test
	void saysWhatHappenedAndWhyAndWhatIsNext() {
		this.platform.answersScores(aResponse().withStatus(503));
		this.node.completes(this.completion);
		this.node.runsWhatIsDue();
		this.node.passes(Duration.ofSeconds(5));
		this.platform.answersScores(aResponse().withStatus(400).withBody("[]"));
		this.node.passes(Duration.ofSeconds(10));
		this.platform.takesScores();
		assertThat(this.node.ledger.resend(this.registration.id(), this.completion.score())).isTrue();
		this.node.passes(Duration.ofMinutes(1));
		GradeLedger.LedgerPage page = page();
		assertThat(page.entry().status().state()).isEqualTo(DeliveryState.SENT);
		assertThat(Objects.requireNonNull(page.entry().sent()).given()).isEqualByComparingTo("7");
		assertThat(page.events())
			.extracting(ScoreEvent::revision, ScoreEvent::kind, ScoreEvent::reason, ScoreEvent::status,
					ScoreEvent::times, ScoreEvent::judgedBy)
			.containsExactly(tuple(2, ScoreEvent.Kind.DELIVERED, null, 200, 1, JudgedBy.STANDARD),
					tuple(2, ScoreEvent.Kind.RESENT, null, null, 1, null),
					tuple(1, ScoreEvent.Kind.REFUSED, DeliveryReason.NOT_GRADABLE, 400, 1, JudgedBy.PRODUCT),
					tuple(1, ScoreEvent.Kind.FAILED, DeliveryReason.PLATFORM_FAILED, 503, 2, JudgedBy.STANDARD),
					tuple(1, ScoreEvent.Kind.OWED, null, null, 1, null));
		assertThat(page.events().get(3).nextAt()).isEqualTo(SteppedClock.START.plusSeconds(15));
	}

	@Test
	void staysShortHoweverOftenSomethingHappens() {
		IntStream.range(0, 60).forEach((times) -> {
			this.node.passes(Duration.ofMinutes(1));
			if (times == 0) {
				this.node.completes(this.completion);
			}
			this.node.ledger.resend(this.registration.id(), this.completion.score());
		});
		this.node.passes(Duration.ofMinutes(1));
		assertThat(page().events()).hasSizeBetween(20, 60)
			.first()
			.extracting(ScoreEvent::kind)
			.isEqualTo(ScoreEvent.Kind.DELIVERED);
	}

	@Test
	void knowsNoGradeOfAnotherPlatform() {
		this.node.completes(this.completion);
		Registration other = com.humantraffickingexperts.lti.platform.TestPlatformCalls
			.registration("https://lms-b.example", "b", PlatformFamily.MOODLE);
		assertThat(this.node.ledger.find(other.id(), this.completion.score())).isEmpty();
		assertThat(this.node.ledger.resend(other.id(), this.completion.score())).isFalse();
		assertThat(this.node.ledger.find(other.id(), GradeLedger.LedgerFilter.ALL, 0)).isEmpty();
	}

	@Test
	void sendsTheGradesOfSomeOnceMoreAndCallsAtOnce() {
		this.platform.answersScores(aResponse().withStatus(400).withBody("[]"));
		List.of("a", "b", "c").forEach((who) -> this.node.completes(this.completion.by(who)));
		this.node.runsWhatIsDue();
		ResourceLinkId link = this.node.ledger.find(this.registration.id(), GradeLedger.LedgerFilter.REFUSED, 0)
			.getFirst()
			.link();
		Set<UserId> some = Stream.of("a", "b", "nobody")
			.map((who) -> UserId.of(this.registration.id(), who))
			.collect(Collectors.toSet());
		assertThat(this.node.ledger.resend(this.registration.id(), link, some)).isEqualTo(2);
		assertThat(this.node.ledger.resend(this.registration.id(), link, some)).as("on their way anyhow").isZero();
		assertThat(this.node.ledger.resend(new RegistrationId("other"), link, some)).isZero();
		assertThat(this.node.ledger.counts(this.registration.id()).owed()).isEqualTo(2);
		assertThat(this.node.ledger.lane(this.registration.id()).pausedUntil()).isNull();
		assertThat(this.node.delivery.of(link, UserId.of(this.registration.id(), "c")))
			.hasValueSatisfying((status) -> assertThat(status.state()).isEqualTo(DeliveryState.REFUSED));
	}

	@Test
	void isShownPageByPage() {
		IntStream.range(0, 120).forEach((number) -> this.node.completes(this.completion.by("s" + number)));
		assertThat(this.node.ledger.find(this.registration.id(), GradeLedger.LedgerFilter.OWED, 0)).hasSize(51);
		assertThat(this.node.ledger.find(this.registration.id(), GradeLedger.LedgerFilter.OWED, 2)).hasSize(20);
		assertThat(this.node.ledger.find(this.registration.id(), GradeLedger.LedgerFilter.SENT, 0)).isEmpty();
		assertThat(this.node.ledger.counts(this.registration.id()).owed()).isEqualTo(120);
	}

	private GradeLedger.LedgerPage page() {
		return this.node.ledger.find(this.registration.id(), this.completion.score()).orElseThrow();
	}

}
