package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;
import com.humantraffickingexperts.lti.registration.TestRegistrations;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/** A grade's way to the gradebook, stepped by hand. */
class ScoreDeliveryTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Product.H2);

	private final PlayedPlatform platform = new PlayedPlatform();

	private final Registration registration = this.platform.registration(PlatformFamily.MOODLE);

	private final SteppedClock clock = new SteppedClock();

	private final GradesBench node = new GradesBench(this.database, this.clock, this.registration);

	private final TestCompletions completion = TestCompletions.of(this.registration, this.platform.withColumn());

	@AfterEach
	void close() {
		this.platform.close();
		this.database.close();
	}

	@Nested
	class WhenThePlatformAnswers {

		@Test
		void theScoreIsSentOnceAndConfirmed_AGS_004_037() {
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(given()).containsExactly("7");
			assertThat(state()).isEqualTo(DeliveryState.SENT);
			assertThat(ScoreDeliveryTests.this.node.status(ScoreDeliveryTests.this.completion).sentAt())
				.isEqualTo(SteppedClock.START);
			assertThat(ScoreDeliveryTests.this.node.tasks()).isEmpty();
			ScoreDeliveryTests.this.node.passes(Duration.ofDays(1));
			assertThat(given()).hasSize(1);
		}

		@Test
		void anImprovementIsSentWithALaterSecondAndNeverFromTheFuture_AGS_063() {
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			ScoreDeliveryTests.this.clock.advance(Duration.ofMillis(100));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion.with("9"));
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(given()).containsExactly("7");
			ScoreDeliveryTests.this.node.passes(Duration.ofMillis(650));
			assertThat(given()).containsExactly("7", "9");
			assertThat(timestamps()).containsExactly("2026-11-23T10:00:00.250Z", "2026-11-23T10:00:01.000Z");
		}

		@Test
		void zeroIsAScore_AGS_076() {
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion.with("0"));
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(given()).containsExactly("0");
		}

	}

	@Nested
	class WhenThePlatformIsDown {

		@Test
		void theScoreWaitsAndIsSentLaterExactlyAsItWas_AGS_114_115() {
			ScoreDeliveryTests.this.platform.breaksConnections();
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(state()).isEqualTo(DeliveryState.RETRYING);
			assertThat(reason()).isEqualTo(DeliveryReason.PLATFORM_UNREACHABLE);
			ScoreDeliveryTests.this.node.passes(Duration.ofSeconds(4));
			assertThat(ScoreDeliveryTests.this.platform.scores()).hasSize(1);

			ScoreDeliveryTests.this.platform.takesScores();
			ScoreDeliveryTests.this.node.passes(Duration.ofSeconds(1));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
			assertThat(ScoreDeliveryTests.this.platform.scores()).hasSize(2);
			assertThat(ScoreDeliveryTests.this.platform.scores().get(1))
				.isEqualTo(ScoreDeliveryTests.this.platform.scores().get(0));
		}

		@Test
		void onlyTheBestScoreIsSentAfterwards_AGS_065() {
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(503));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion.with("5"));
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			ScoreDeliveryTests.this.clock.advance(Duration.ofSeconds(2));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion.with("8"));
			ScoreDeliveryTests.this.platform.takesScores();
			ScoreDeliveryTests.this.node.passes(Duration.ofMinutes(5));
			assertThat(given()).containsExactly("5", "8");
			assertThat(ScoreDeliveryTests.this.node.tasks()).isEmpty();
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		}

		@Test
		void itsWishToWaitIsGranted() {
			ScoreDeliveryTests.this.platform
				.answersScores(aResponse().withStatus(429).withHeader("Retry-After", "600"));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(reason()).isEqualTo(DeliveryReason.PLATFORM_BUSY);
			ScoreDeliveryTests.this.node.passes(Duration.ofSeconds(599));
			assertThat(given()).hasSize(1);
			ScoreDeliveryTests.this.node.passes(Duration.ofSeconds(1));
			assertThat(given()).hasSize(2);
		}

		@Test
		void canvassThrottleIsNotARefusal_AGS_110() {
			ScoreDeliveryTests.this.platform
				.answersScores(aResponse().withStatus(403).withBody("403 Forbidden (Rate Limit Exceeded)\n"));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(reason()).isEqualTo(DeliveryReason.PLATFORM_BUSY);
		}

		@Test
		void withoutATokenNothingIsSentAndNothingIsLost() {
			ScoreDeliveryTests.this.platform
				.givesTokens(aResponse().withStatus(400).withBody("{\n  \"error\" : \"\"kid\" invalid\"\n}"));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(reason()).isEqualTo(DeliveryReason.TOOL_NOT_RECOGNISED);
			assertThat(given()).isEmpty();
			ScoreDeliveryTests.this.platform
				.givesTokens(okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
			ScoreDeliveryTests.this.node.passes(Duration.ofMinutes(1));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		}

		@Test
		void afterAMonthTheScoreIsStillOwedAndListed_AGS_144() {
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(500));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			ScoreDeliveryTests.this.node.passes(Duration.ofDays(31));
			assertThat(state()).isEqualTo(DeliveryState.REFUSED);
			assertThat(refused()).hasSize(1)
				.first()
				.satisfies((grade) -> assertThat(grade.status().reason()).isEqualTo(DeliveryReason.TRIED_TOO_LONG));
		}

	}

	@Nested
	class WhenTheRegistrationIsSwitchedOff {

		@Test
		void theScoreIsHeldForAsLongAsThatLastsAndSentAfterwards() {
			GradesBench off = new GradesBench(database, clock, switchedOff(registration));
			off.completes(completion);
			off.runsWhatIsDue();
			off.passes(Duration.ofDays(31));
			off.passes(Duration.ofHours(1));
			assertThat(given()).isEmpty();
			assertThat(state()).isEqualTo(DeliveryState.RETRYING);
			assertThat(reason()).isEqualTo(DeliveryReason.PLATFORM_DISABLED);

			node.passes(Duration.ofHours(1));
			assertThat(given()).containsExactly("7");
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		}

		@Test
		void theScoreOfOneThatWasDeletedIsGivenUpAfterAMonth() {
			GradesBench without = new GradesBench(database, clock);
			without.completes(completion);
			without.runsWhatIsDue();
			without.passes(Duration.ofDays(31));
			assertThat(state()).isEqualTo(DeliveryState.REFUSED);
			assertThat(reason()).isEqualTo(DeliveryReason.TRIED_TOO_LONG);
		}

		@Test
		void afterItsLastDayScoresAreSentAllTheSame() {
			Registration ended = TestRegistrations.with(registration,
					new RegistrationTerms(null, SteppedClock.START.minusSeconds(1), null, Set.of(), false));
			GradesBench after = new GradesBench(database, clock, ended);
			after.completes(completion);
			after.runsWhatIsDue();
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		}

		private static Registration switchedOff(Registration r) {
			return new Registration(r.id(), r.name(), r.issuer(), r.clientId(), r.deploymentIds(),
					r.authorizationEndpoint(), r.tokenEndpoint(), r.tokenAudience(), r.jwksUri(), r.trustedAudiences(),
					r.serviceOrigins(), r.unknownDeployments(), r.anonymousAllowed(), false, r.family());
		}

	}

	@Nested
	class WhenTheProcessIsKilledDuringADelivery {

		@Test
		void anotherNodeTakesOverAndSendsTheSame_AGS_064() {
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			OwedScore seen = ScoreDeliveryTests.this.node.owed(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.scores.claim(List.of(seen),
					Claim.of(ScoreDeliveryTests.this.clock.instant(), Duration.ofMinutes(3)));
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(given()).isEmpty();
			ScoreDeliveryTests.this.node.passes(Duration.ofMinutes(3));
			assertThat(timestamps()).containsExactly("2026-11-23T10:00:00.250Z");
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		}

	}

	@Nested
	class WhenThePlatformSaysThatTheScoreIsNotNewer {

		@Test
		void itIsDeliveredWhenTheResultIsOurs_AGS_064() {
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(409).withBody("[]"));
			ScoreDeliveryTests.this.platform
				.holdsResults("[{\"userId\":\"5\",\"resultScore\":35,\"resultMaximum\":50}]");
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		}

		@Test
		void itIsSentWithANewTimestampWhenTheResultIsAnother() {
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(409).withBody("[]"));
			ScoreDeliveryTests.this.platform
				.holdsResults("[{\"userId\":\"5\",\"resultScore\":10,\"resultMaximum\":50}]");
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(reason()).isEqualTo(DeliveryReason.LATER_GRADE_HELD);
			ScoreDeliveryTests.this.platform.takesScores();
			ScoreDeliveryTests.this.node.passes(Duration.ofSeconds(5));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
			assertThat(timestamps()).containsExactly("2026-11-23T10:00:00.250Z", "2026-11-23T10:00:01.000Z");
		}

		@Test
		void itIsDeliveredWhenResultsAreHiddenAndALostAnswerExplainsIt_AGS_064() {
			TestCompletions blind = ScoreDeliveryTests.this.completion
				.at(TestCompletions.ags(ScoreDeliveryTests.this.platform.url("/items/1"), null, AgsScope.SCORE));
			ScoreDeliveryTests.this.platform.breaksConnections();
			ScoreDeliveryTests.this.node.completes(blind);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(409));
			ScoreDeliveryTests.this.node.passes(Duration.ofSeconds(5));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		}

		@Test
		void itIsSentAgainWhenResultsAreHiddenAndNothingExplainsIt() {
			TestCompletions blind = ScoreDeliveryTests.this.completion
				.at(TestCompletions.ags(ScoreDeliveryTests.this.platform.url("/items/1"), null, AgsScope.SCORE));
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(409));
			ScoreDeliveryTests.this.node.completes(blind);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(reason()).isEqualTo(DeliveryReason.LATER_GRADE_HELD);
			ScoreDeliveryTests.this.node.passes(Duration.ofSeconds(5));
			assertThat(reason()).isEqualTo(DeliveryReason.LATER_GRADE_HELD);
			ScoreDeliveryTests.this.platform.takesScores();
			ScoreDeliveryTests.this.node.passes(Duration.ofSeconds(10));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
			assertThat(timestamps()).doesNotHaveDuplicates().hasSize(3);
		}

	}

	@Nested
	class WhenThePlatformRefuses {

		@Test
		void theScoreStaysOwedWithItsReason() {
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(400).withBody("[]"));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(state()).isEqualTo(DeliveryState.REFUSED);
			assertThat(reason()).isEqualTo(DeliveryReason.NOT_GRADABLE);
			ScoreDeliveryTests.this.node.passes(Duration.ofDays(1));
			assertThat(given()).hasSize(1);
			assertThat(refused()).hasSize(1);
		}

		@Test
		void aTokenThatIsForgottenTwiceInARowIsNoRefusal() {
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(401));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(state()).isEqualTo(DeliveryState.RETRYING);
			assertThat(reason()).isEqualTo(DeliveryReason.NOT_ALLOWED);
			ScoreDeliveryTests.this.platform.takesScores();
			ScoreDeliveryTests.this.node.passes(Duration.ofSeconds(10));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		}

		@Test
		void aTokenThatIsNeverTakenIsOne() {
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(401));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			for (int again = 1; again < 5; again++) {
				assertThat(state()).isEqualTo(DeliveryState.RETRYING);
				ScoreDeliveryTests.this.node.passes(Duration.ofHours(1));
			}
			assertThat(state()).isEqualTo(DeliveryState.REFUSED);
			assertThat(reason()).isEqualTo(DeliveryReason.NOT_ALLOWED);
			int sent = given().size();
			ScoreDeliveryTests.this.node.passes(Duration.ofDays(1));
			assertThat(given()).hasSize(sent);
		}

		@Test
		void theNextCompletionTriesAgainEvenWithTheSameResult() {
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(400).withBody("[]"));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			ScoreDeliveryTests.this.platform.takesScores();
			ScoreDeliveryTests.this.clock.advance(Duration.ofMinutes(1));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(state()).isEqualTo(DeliveryState.SENT);
			assertThat(refused()).isEmpty();
		}

		@ParameterizedTest
		@ValueSource(strings = { "https://evil.example/items/1", "http://localhost:1/items/1" })
		void anAddressThatIsNotThePlatformsIsNeverAsked_AGS_051(String address) {
			ScoreDeliveryTests.this.node
				.completes(ScoreDeliveryTests.this.completion.at(TestCompletions.ags(address, null, AgsScope.SCORE)));
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(reason()).isEqualTo(DeliveryReason.ADDRESS_NOT_TRUSTED);
		}

		@Test
		void aColumnThatIsGoneIsReplacedByAnotherOfTheLink_AGS_104() {
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(404));
			ScoreDeliveryTests.this.platform.answers("/items/2/scores", aResponse().withStatus(200));
			ScoreDeliveryTests.this.platform
				.hasLineItems("[{\"id\":\"%s\",\"label\":\"x\",\"resourceLinkId\":\"link-1\"}]"
					.formatted(ScoreDeliveryTests.this.platform.url("/items/2")));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(state()).isEqualTo(DeliveryState.SENT);
			assertThat(ScoreDeliveryTests.this.platform.scoresAt("/items/2/scores")).hasSize(1);
		}

		@Test
		void aColumnThatIsGoneForGoodIsNotMadeAgain_AGS_104() {
			ScoreDeliveryTests.this.platform.answersScores(aResponse().withStatus(404));
			ScoreDeliveryTests.this.node.completes(ScoreDeliveryTests.this.completion);
			ScoreDeliveryTests.this.node.runsWhatIsDue();
			assertThat(reason()).isEqualTo(DeliveryReason.COLUMN_GONE);
			assertThat(ScoreDeliveryTests.this.platform.creations()).isEmpty();
		}

	}

	private List<LedgerEntry> refused() {
		return this.node.ledger.find(this.registration.id(), GradeLedger.LedgerFilter.REFUSED, 0);
	}

	private DeliveryState state() {
		return this.node.status(this.completion).state();
	}

	private DeliveryReason reason() {
		return java.util.Objects.requireNonNull(this.node.status(this.completion).reason());
	}

	private List<String> given() {
		return this.platform.scores().stream().map((score) -> score.path("scoreGiven").asString()).toList();
	}

	private List<String> timestamps() {
		return this.platform.scores().stream().map((JsonNode score) -> score.path("timestamp").stringValue()).toList();
	}

}
