package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/** Into which column a grade goes when the launch names none. */
class LineItemsTests {

	private static final String[] MAY_CREATE = { AgsScope.SCORE, AgsScope.LINE_ITEM, AgsScope.LINE_ITEM_READONLY };

	private final TestDatabase database = TestDatabase.create(TestDatabase.Product.H2);

	private final PlayedPlatform platform = new PlayedPlatform();

	private final Registration registration = this.platform.registration(PlatformFamily.GENERIC);

	private final SteppedClock clock = new SteppedClock();

	private final GradesBench node = new GradesBench(this.database, this.clock, this.registration);

	private final TestCompletions completion = TestCompletions.of(this.registration,
			this.platform.withoutColumn(MAY_CREATE));

	@AfterEach
	void close() {
		this.platform.close();
		this.database.close();
	}

	@Nested
	class AColumnThatIsThere {

		@Test
		void isFoundByItsLinkAndFilteredAgain_AGS_117_133() {
			LineItemsTests.this.platform.hasLineItems("""
					[{"id":"%s","resourceId":null,"tag":""},{"id":"%s","resourceLinkId":"link-2","resourceId":""},
					 {"id":"%s","resourceLinkId":"link-1"}]""".formatted(url("/items/8"), url("/items/9"),
					url("/items/1")));
			completes();
			assertThat(LineItemsTests.this.platform.scores()).hasSize(1);
			assertThat(LineItemsTests.this.platform.creations()).isEmpty();
			LoggedRequest search = LineItemsTests.this.platform.searches().getFirst();
			assertThat(search.getUrl()).isEqualTo("/items?type_id=1&resource_link_id=link-1");
			assertThat(search.header("Accept").values()).containsExactly(MediaType.LINE_ITEM_CONTAINER);
		}

		@Test
		void thatTheToolMadeComesBeforeOthersOfTheLink_AGS_136() {
			LineItemsTests.this.platform.answersCreation(aResponse().withStatus(504));
			completes();
			Gradebook gradebook = owed().gradebook();
			LineItemsTests.this.platform.hasLineItems("""
					[{"id":"%s","resourceLinkId":"link-1","tag":"progress"},
					 {"id":"%s","resourceLinkId":"link-1","resourceId":"%s"}]""".formatted(url("/items/8"),
					url("/items/1"), gradebook.link().value()));
			LineItemsTests.this.node.passes(Duration.ofHours(1));
			assertThat(LineItemsTests.this.platform.scores()).hasSize(1);
		}

		@Test
		void isFoundOnAFurtherPage_AGS_124() {
			LineItemsTests.this.platform
				.answersLineItems(okJson("[{\"id\":\"%s\",\"label\":\"x\"}]".formatted(url("/items/8")))
					.withHeader("Link", "<%s>; rel=\"first\", </more?p=2>; rel=\"next\"".formatted(url("/items"))));
			LineItemsTests.this.platform.answersPage("/more",
					okJson("[{\"id\":\"%s\",\"resourceLinkId\":\"link-1\"}]".formatted(url("/items/1"))));
			completes();
			assertThat(LineItemsTests.this.platform.scores()).hasSize(1);
		}

		@Test
		void isRememberedForEveryone() {
			LineItemsTests.this.platform
				.hasLineItems("[{\"id\":\"%s\",\"resourceLinkId\":\"link-1\"}]".formatted(url("/items/1")));
			completes();
			LineItemsTests.this.node.completes(LineItemsTests.this.completion.by("6"));
			LineItemsTests.this.node.runsWhatIsDue();
			assertThat(LineItemsTests.this.platform.scores()).hasSize(2);
			assertThat(LineItemsTests.this.platform.searches()).hasSize(1);
		}

	}

	@Nested
	class AColumnThatIsNotThere {

		@Test
		void isCreatedForTheLink_AGS_003_120_142() {
			created("/items/1");
			completes();
			LoggedRequest creation = LineItemsTests.this.platform.creations().getFirst();
			assertThat(creation.header("Content-Type").values()).containsExactly(MediaType.LINE_ITEM);
			JsonNode body = JsonMapper.shared().readTree(creation.getBody());
			assertThat(body.path("label").stringValue()).isEqualTo("Spot the signs");
			assertThat(body.path("scoreMaximum").intValue()).isEqualTo(10);
			assertThat(body.path("resourceLinkId").stringValue()).isEqualTo("link-1");
			assertThat(body.path("resourceId").stringValue()).isEqualTo(owed().gradebook().link().value());
			assertThat(LineItemsTests.this.platform.scores()).hasSize(1);
			assertThat(LineItemsTests.this.platform.scores().getFirst().path("scoreMaximum").intValue()).isEqualTo(10);
		}

		@Test
		void isCreatedOnceForAClassThatBeginsTogether_AGS_118() throws Exception {
			created("/items/1");
			GradesBench otherNode = new GradesBench(LineItemsTests.this.database, LineItemsTests.this.clock,
					LineItemsTests.this.registration);
			IntStream.range(0, 30)
				.forEach((number) -> LineItemsTests.this.node
					.completes(LineItemsTests.this.completion.by("student-" + number)));
			Thread other = Thread.ofVirtual().start(otherNode::runsWhatIsDue);
			LineItemsTests.this.node.runsWhatIsDue();
			other.join();
			IntStream.range(0, 5).forEach((step) -> LineItemsTests.this.node.passes(ScorePublisher.SHORTLY));
			assertThat(LineItemsTests.this.platform.creations()).hasSize(1);
			assertThat(LineItemsTests.this.platform.scores()).hasSize(30);
		}

		@Test
		void isNotCreatedWithoutTheScope_AGS_130() {
			LineItemsTests.this.node.completes(LineItemsTests.this.completion
				.at(LineItemsTests.this.platform.withoutColumn(AgsScope.SCORE, AgsScope.LINE_ITEM_READONLY)));
			LineItemsTests.this.node.runsWhatIsDue();
			assertThat(reason()).isEqualTo(DeliveryReason.NO_COLUMN);
			assertThat(LineItemsTests.this.platform.creations()).isEmpty();
		}

		@Test
		void isNotLookedForWithoutAnyScope() {
			LineItemsTests.this.node.completes(
					LineItemsTests.this.completion.at(LineItemsTests.this.platform.withoutColumn(AgsScope.SCORE)));
			LineItemsTests.this.node.runsWhatIsDue();
			assertThat(reason()).isEqualTo(DeliveryReason.NO_COLUMN);
			assertThat(LineItemsTests.this.platform.searches()).isEmpty();
		}

		@Test
		void isLookedForAgainWhenTheAnswerToItsCreationWasLost_AGS_122() {
			LineItemsTests.this.platform.answersCreation(aResponse().withStatus(504));
			completes();
			assertThat(reason()).isEqualTo(DeliveryReason.PLATFORM_FAILED);
			LineItemsTests.this.platform
				.hasLineItems("[{\"id\":\"%s\",\"resourceLinkId\":\"link-1\"}]".formatted(url("/items/1")));
			LineItemsTests.this.node.passes(Duration.ofSeconds(5));
			assertThat(LineItemsTests.this.platform.creations()).hasSize(1);
			assertThat(LineItemsTests.this.platform.scores()).hasSize(1);
		}

		@Test
		void isLookedForAgainWhenAnotherNodeWasFaster_AGS_151() {
			LineItemsTests.this.platform.answersCreation(aResponse().withStatus(409));
			completes();
			LineItemsTests.this.platform
				.hasLineItems("[{\"id\":\"%s\",\"resourceLinkId\":\"link-1\"}]".formatted(url("/items/1")));
			LineItemsTests.this.node.passes(Duration.ofSeconds(5));
			assertThat(LineItemsTests.this.platform.scores()).hasSize(1);
		}

		@ParameterizedTest
		@ValueSource(strings = { "{\"label\":\"Quiz\"}", "{\"id\":\"/items/1\"}", "{\"id\":\"items/1\"}",
				"{\"id\":\"https://evil.example/items/1\"}", "<html>", "" })
		void isNotScoredWhenItsAddressIsOfNoUse_AGS_121(String body) {
			LineItemsTests.this.platform.answersCreation(aResponse().withStatus(201).withBody(body));
			completes();
			assertThat(reason()).isEqualTo(DeliveryReason.ANSWER_UNREADABLE);
			assertThat(LineItemsTests.this.platform.scores()).isEmpty();
		}

		@Test
		void staysMissingWhenThePlatformRefusesIt() {
			LineItemsTests.this.platform.answersCreation(aResponse().withStatus(403));
			completes();
			assertThat(reason()).isEqualTo(DeliveryReason.NO_COLUMN);
		}

	}

	@Nested
	class AListThatCannotBeRead {

		@ParameterizedTest
		@ValueSource(strings = { "{}", "null", "<html>Maintenance</html>", "" })
		void isNotTakenForAnEmptyOne_AGS_123(String body) {
			LineItemsTests.this.platform.answersLineItems(okJson(body));
			completes();
			assertThat(reason()).isEqualTo(DeliveryReason.ANSWER_UNREADABLE);
			assertThat(LineItemsTests.this.platform.creations()).isEmpty();
		}

		@ParameterizedTest
		@ValueSource(
				strings = { "</items?type_id=1&resource_link_id=link-1>; rel=\"next\"", "<other page>; rel=\"next\"" })
		void toItsEndCreatesNothing_AGS_125_150(String link) {
			LineItemsTests.this.platform.answersLineItems(okJson("[]").withHeader("Link", link));
			completes();
			assertThat(reason()).isEqualTo(DeliveryReason.ANSWER_UNREADABLE);
			assertThat(LineItemsTests.this.platform.creations()).isEmpty();
		}

		@Test
		void becauseItsNextPageIsElsewhereIsLeftThere() {
			LineItemsTests.this.platform
				.answersLineItems(okJson("[]").withHeader("Link", "<https://evil.example/items?p=2>; rel=\"next\""));
			completes();
			assertThat(reason()).isEqualTo(DeliveryReason.ADDRESS_NOT_TRUSTED);
		}

	}

	private void created(String path) {
		this.platform.answersCreation(aResponse().withStatus(201)
			.withBody("{\"id\":\"%s\",\"label\":\"Quiz (1)\",\"scoreMaximum\":100}".formatted(url(path))));
	}

	private void completes() {
		this.node.completes(this.completion);
		this.node.runsWhatIsDue();
	}

	private OwedScore owed() {
		return this.node.owed(this.completion);
	}

	private DeliveryReason reason() {
		return Objects.requireNonNull(this.node.status(this.completion).reason());
	}

	private String url(String path) {
		return this.platform.url(path);
	}

}
