package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.platform.NextPage;
import com.humantraffickingexperts.lti.platform.PlainHttp;
import com.humantraffickingexperts.lti.platform.PlatformAnswer;
import com.humantraffickingexperts.lti.platform.PlatformCalls;
import com.humantraffickingexperts.lti.platform.PlatformOutcome;
import com.humantraffickingexperts.lti.platform.PlatformRefused;
import com.humantraffickingexperts.lti.platform.PlatformRequest;
import com.humantraffickingexperts.lti.platform.PlatformUnavailable;
import com.humantraffickingexperts.lti.platform.RecordedExchange;
import com.humantraffickingexperts.lti.platform.ServiceAccess;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every score, line item and result exchange that was recorded with Moodle 4.5 is
 * replayed and understood: the recorded request is sent, the recorded answer comes.
 */
class MoodleRecordingsTests {

	private static final List<String> FILES = List.of("21-lineitems", "22-lineitem", "23-scores", "24-results",
			"26-scores-more", "27-verify");

	@RegisterExtension
	static final WireMockExtension PLATFORM = WireMockExtension.newInstance()
		.options(wireMockConfig().dynamicPort())
		.build();

	private final PlatformCalls calls = TestPlatformCalls.create(new PlainHttp(), new SteppedClock());

	/** What each recorded score is to us; what is not named was delivered. */
	private static final Map<String, String> SCORES = Map.ofEntries(Map.entry("same_timestamp", "NOT_NEWER"),
			Map.entry("older_timestamp", "NOT_NEWER"), Map.entry("newer_within_same_second", "NOT_NEWER"),
			Map.entry("now_after_future", "NOT_NEWER"), Map.entry("timestamp_garbage", "NOT_GRADABLE"),
			Map.entry("timestamp_epoch", "NOT_GRADABLE"), Map.entry("timestamp_missing", "NOT_GRADABLE"),
			Map.entry("unknown_user", "NOT_GRADABLE"), Map.entry("user_not_enrolled", "NOT_GRADABLE"),
			Map.entry("teacher", "NOT_GRADABLE"), Map.entry("user_not_numeric", "later PLATFORM_FAILED"),
			Map.entry("no_userId", "NOT_GRADABLE"), Map.entry("string_score", "NOT_GRADABLE"),
			Map.entry("no_max", "NOT_GRADABLE"), Map.entry("missing_progress", "NOT_GRADABLE"),
			Map.entry("content_type_json", "NOT_ACCEPTED"), Map.entry("no_token", "NOT_ALLOWED"),
			Map.entry("unlinked_item_older", "NOT_NEWER"), Map.entry("item_404", "COLUMN_GONE"),
			Map.entry("GET", "NOT_ACCEPTED"), Map.entry("invalid_pretty_printed", "NOT_ACCEPTED"),
			Map.entry("invalid_comment_umlaut", "NOT_GRADABLE"), Map.entry("invalid_comment_20k", "NOT_GRADABLE"),
			Map.entry("array_body", "NOT_GRADABLE"), Map.entry("empty_body", "NOT_GRADABLE"),
			Map.entry("score_locked_item", "later COLUMN_LOCKED"), Map.entry("score_unenrolled_user", "NOT_GRADABLE"),
			Map.entry("thirty_parallel_scores", "DELIVERED"));

	@Nested
	class AScore {

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.grades.MoodleRecordingsTests#scores")
		void isUnderstood(RecordedExchange exchange) {
			Verdict verdict = ScoreAnswers.verdict(replayed(exchange), ScoreDialects.of(PlatformFamily.MOODLE));
			assertThat(ScoreAnswersTests.words(verdict)).isEqualTo(SCORES.getOrDefault(exchange.name(), "DELIVERED"));
		}

		@Test
		void thatIsNotDeliveredIsNamed() {
			Set<String> names = Set.copyOf(scores().map(RecordedExchange::name).toList());
			assertThat(names).hasSize((int) scores().count());
			assertThat(SCORES.keySet().stream().filter((name) -> !name.equals("thirty_parallel_scores")))
				.allMatch(names::contains);
			assertThat(names.stream().filter((name) -> !SCORES.containsKey(name)))
				.containsAll(List.of("ok", "zero", "timestamp_offset", "max_differs_rescaled", "no_type_id"));
		}

	}

	@Nested
	class AResult {

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.grades.MoodleRecordingsTests#results")
		void isReadForEveryoneItNames(RecordedExchange exchange) {
			PlatformOutcome outcome = replayed(exchange);
			if (exchange.status() != 200) {
				assertThat(outcome).isInstanceOf(PlatformRefused.class);
				return;
			}
			assertThat(outcome).isInstanceOfSatisfying(PlatformAnswer.class, (answered) -> {
				byte[] body = answered.answer().body();
				for (JsonNode result : JsonMapper.shared().readTree(body)) {
					Points points = new Points(result.path("resultScore").decimalValue(),
							result.path("resultMaximum").decimalValue());
					assertThat(Results.holds(body, result.path("userId").stringValue(), points)).contains(true);
				}
				assertThat(Results.holds(body, "nobody", new Points(BigDecimal.ONE, BigDecimal.ONE))).contains(false);
			});
		}

		@Test
		void afterATeacherChangedItIsNotOurs() {
			RecordedExchange changed = results().filter((exchange) -> "results_after_override".equals(exchange.name()))
				.findFirst()
				.orElseThrow();
			Points ours = new Points(new BigDecimal("49"), new BigDecimal("50"));
			assertThat(Results.holds(changed.answerBody().getBytes(StandardCharsets.UTF_8), "28", ours))
				.contains(false);
		}

	}

	@Nested
	class ALineItem {

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.grades.MoodleRecordingsTests#lineItems")
		void isUnderstood(RecordedExchange exchange) {
			PlatformOutcome outcome = replayed(exchange);
			if (exchange.status() >= 500) {
				assertThat(outcome).isInstanceOf(PlatformUnavailable.class);
			}
			else if (exchange.status() >= 400) {
				assertThat(outcome).isInstanceOfSatisfying(PlatformRefused.class,
						(refused) -> assertThat(refused.kind()).isEqualTo(PlatformRefused.Kind.ANSWERED));
			}
			else {
				assertThat(outcome)
					.isInstanceOfSatisfying(PlatformAnswer.class, (answered) -> assertThat(read(exchange))
						.allSatisfy((item) -> assertThat(item.id()).hasPath(item.id().getPath()).hasScheme("http")));
			}
		}

		@Test
		void inAListIsReadWithItsLinkAndName() {
			RecordedExchange all = lineItems().filter((exchange) -> "GET_all".equals(exchange.name()))
				.findFirst()
				.orElseThrow();
			assertThat(read(all)).extracting(LineItem::resourceLinkId).containsExactly("1", "2");
			assertThat(read(all)).extracting(LineItem::resourceId).containsExactly("", "task-one");
		}

		@Test
		void onAFurtherPageIsNotGuessed() {
			RecordedExchange page = lineItems().filter((exchange) -> "GET_limit_1".equals(exchange.name()))
				.findFirst()
				.orElseThrow();
			String link = Objects.requireNonNull(page.link());
			String asReceived = new String(link.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
			for (String header : List.of(link, asReceived)) {
				OutboundAnswer answer = new OutboundAnswer(200, "OK", Map.of("Link", List.of(header)), new byte[0]);
				assertThat(NextPage.after(answer, URI.create("http://localhost:8000/x")))
					.isInstanceOf(NextPage.Unreadable.class);
			}
		}

	}

	@Test
	void nothingRecordedIsLeftOut() {
		Map<String, Integer> counts = new TreeMap<>();
		FILES.forEach((file) -> counts.put(file, RecordedExchange.of(file).size()));
		long understood = scores().count() + results().count() + lineItems().count();
		long elsewhere = all()
			.filter((exchange) -> exchange.path().contains("memberships") || exchange.path().contains("token.php"))
			.count();
		assertThat(understood + elsewhere).isEqualTo(counts.values().stream().mapToInt(Integer::intValue).sum());
	}

	private static List<LineItem> read(RecordedExchange exchange) {
		List<LineItem> items = new ArrayList<>();
		if (!exchange.answerBody().isEmpty()) {
			JsonNode json = JsonMapper.shared().readTree(exchange.answerBody());
			for (JsonNode member : json.isArray() ? json : JsonMapper.shared().createArrayNode().add(json)) {
				items.add(Objects.requireNonNull(LineItem.of(member)));
			}
		}
		return items;
	}

	static Stream<RecordedExchange> scores() {
		return all().filter((exchange) -> exchange.path().matches(".*/scores(\\?.*)?"));
	}

	static Stream<RecordedExchange> results() {
		return all().filter((exchange) -> exchange.path().matches(".*/results(\\?.*)?"));
	}

	static Stream<RecordedExchange> lineItems() {
		return all().filter((exchange) -> exchange.path().matches(".*/line_?items?(\\?.*)?"));
	}

	private static Stream<RecordedExchange> all() {
		return FILES.stream().flatMap((file) -> RecordedExchange.of(file).stream());
	}

	private PlatformOutcome replayed(RecordedExchange exchange) {
		PLATFORM.stubFor(post(urlPathEqualTo(TestPlatformCalls.TOKEN_PATH))
			.willReturn(okJson(TestPlatformCalls.tokenJson("t", AgsScope.SCORE))));
		PLATFORM.stubFor(any(urlEqualTo(exchange.path())).willReturn(exchange.answer()));
		Registration registration = TestPlatformCalls.registration(PLATFORM.baseUrl(), "a", PlatformFamily.MOODLE);
		ServiceAccess access = new ServiceAccess(registration, "1", Set.of(AgsScope.SCORE));
		return this.calls.send(new PlatformRequest(access, Set.of(AgsScope.SCORE), exchange.method(),
				URI.create(PLATFORM.url(exchange.path())), exchange.accept(), exchange.contentType(), body(exchange)));
	}

	private static byte[] body(RecordedExchange exchange) {
		String body = exchange.requestBody();
		return (body == null) ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
	}

}
