package com.humantraffickingexperts.lti.grades;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.platform.PlatformAnswer;
import com.humantraffickingexperts.lti.platform.PlatformOutcome;
import com.humantraffickingexperts.lti.platform.PlatformRefused;
import com.humantraffickingexperts.lti.platform.PlatformUnavailable;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

import static org.assertj.core.api.Assertions.assertThat;

/** How answers to a score are understood. */
class ScoreAnswersTests {

	@Nested
	class AtAnyPlatform {

		@ParameterizedTest
		@CsvSource({ "200, DELIVERED", "201, DELIVERED", "202, DELIVERED", "204, DELIVERED", "400, NOT_ACCEPTED",
				"401, NOT_ALLOWED", "403, NOT_ALLOWED", "404, COLUMN_GONE", "405, NOT_ACCEPTED", "409, NOT_NEWER",
				"410, COLUMN_GONE", "412, NOT_NEWER", "415, NOT_ACCEPTED", "422, NOT_ACCEPTED", "302, NOT_ACCEPTED",
				"500, later PLATFORM_FAILED", "502, later PLATFORM_FAILED", "504, later PLATFORM_FAILED",
				"429, later PLATFORM_BUSY" })
		void theStatusCounts_AGS_103_to_114(int status, String expected) {
			assertThat(words(verdict(status, "", PlatformFamily.GENERIC))).isEqualTo(expected);
		}

		@ParameterizedTest
		@EnumSource(PlatformFamily.class)
		void anEmptyListIsARefusalAlthoughTheStatusSaysSuccess(PlatformFamily family) {
			assertThat(words(verdict(200, " []\n", family))).isEqualTo("NOT_ACCEPTED");
		}

		@Test
		void thePlatformsWishToWaitIsKept() {
			PlatformOutcome outcome = new PlatformUnavailable(PlatformUnavailable.Kind.THROTTLED,
					Duration.ofSeconds(90), null, false);
			assertThat(ScoreAnswers.verdict(outcome, new StandardDialect()))
				.isEqualTo(new Verdict.Later(DeliveryReason.PLATFORM_BUSY, Duration.ofSeconds(90), false));
		}

		@ParameterizedTest
		@EnumSource(value = PlatformUnavailable.Kind.class, names = { "UNREACHABLE", "TIMEOUT" })
		void noAnswerLeavesADoubt_AGS_115(PlatformUnavailable.Kind kind) {
			assertThat(ScoreAnswers.verdict(new PlatformUnavailable(kind, null, null, true), new StandardDialect()))
				.isEqualTo(new Verdict.Later(DeliveryReason.PLATFORM_UNREACHABLE, null, true));
		}

		@ParameterizedTest
		@CsvSource({ "REGISTRATION_DISABLED, later PLATFORM_DISABLED", "ADDRESS_NOT_TRUSTED, ADDRESS_NOT_TRUSTED",
				"SCOPE_NOT_GRANTED, NOT_ALLOWED", "TOKEN_REFUSED, later TOOL_NOT_RECOGNISED" })
		void whatWasNotSentIsClassifiedToo(PlatformRefused.Kind kind, String expected) {
			assertThat(words(ScoreAnswers.verdict(new PlatformRefused(kind, null), new StandardDialect())))
				.isEqualTo(expected);
		}

	}

	/** Every documented answer of the products that were not recorded. */
	@Nested
	class AtAPlatformOfItsOwnKind {

		@ParameterizedTest(name = "{0}: {1}")
		@MethodSource("com.humantraffickingexperts.lti.grades.ScoreAnswersTests#documented")
		void theDocumentedAnswerIsUnderstood_AGS_110_152(PlatformFamily family, String when, JsonNode answer) {
			String expected = Objects.requireNonNull(expected(family, answer), when);
			assertThat(words(verdict(status(answer), body(answer), family))).isEqualTo(expected);
		}

	}

	private static final Map<String, String> CANVAS = Map.of("User not found in course", "NOT_GRADABLE",
			"has concluded", "COURSE_CONCLUDED", "still unpublished", "later NOT_PUBLISHED", "before last updated",
			"NOT_NEWER", "maximum number of allowed attempts", "ATTEMPTS_USED_UP", "Cannot grade this submission",
			"later COLUMN_LOCKED", "Rate Limit Exceeded", "later PLATFORM_BUSY");

	private static final Map<String, String> BLACKBOARD = Map.of("User could not be found", "NOT_GRADABLE");

	private static final Map<String, String> BRIGHTSPACE = Map.of("not enrolled", "NOT_GRADABLE", "does not exist",
			"NOT_GRADABLE");

	private static final Map<String, String> SAKAI = Map.of("User does not belong", "NOT_GRADABLE",
			"Scope score not in access token", "NOT_ALLOWED", "No placements", "NOT_ALLOWED", "Grade failure",
			"NO_COLUMN", "read-only", "COLUMN_LOCKED");

	/** What the standard says of a status, where the product says nothing else. */
	private static final Map<Integer, String> STANDARD = Map.of(200, "DELIVERED", 400, "NOT_ACCEPTED", 401,
			"NOT_ALLOWED", 403, "NOT_ALLOWED", 404, "COLUMN_GONE", 412, "NOT_NEWER", 422, "NOT_ACCEPTED", 429,
			"later PLATFORM_BUSY", 500, "later PLATFORM_FAILED", 504, "later PLATFORM_FAILED");

	static Stream<Arguments> documented() {
		return Stream
			.of(PlatformFamily.CANVAS, PlatformFamily.BLACKBOARD, PlatformFamily.BRIGHTSPACE, PlatformFamily.SAKAI)
			.flatMap((family) -> samples(family)
				.filter((sample) -> !sample.path("when").asString().contains("token request")
						&& !sample.path("when").asString().contains("assertion"))
				.map((sample) -> Arguments.of(family, sample.path("when").asString(), sample)));
	}

	private static Stream<JsonNode> samples(PlatformFamily family) {
		String file = "/platforms/" + family.name().toLowerCase(java.util.Locale.ROOT) + "-score-errors.json";
		return JsonMapper.shared().readTree(ScoreAnswersTests.class.getResourceAsStream(file)).valueStream();
	}

	private static @Nullable String expected(PlatformFamily family, JsonNode answer) {
		Map<String, String> own = switch (family) {
			case CANVAS -> CANVAS;
			case BLACKBOARD -> BLACKBOARD;
			case BRIGHTSPACE -> BRIGHTSPACE;
			case SAKAI -> SAKAI;
			default -> Map.of();
		};
		if (family == PlatformFamily.BRIGHTSPACE && status(answer) == 422) {
			return "NOT_GRADABLE";
		}
		return own.entrySet()
			.stream()
			.filter((entry) -> body(answer).contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(STANDARD.get(status(answer)));
	}

	private static int status(JsonNode answer) {
		return answer.path("status").isNumber() ? answer.path("status").intValue() : 200;
	}

	private static String body(JsonNode answer) {
		JsonNode body = answer.path("body");
		return body.isString() ? body.stringValue() : (body.isNull() ? "" : body.toString());
	}

	private static Verdict verdict(int status, String body, PlatformFamily family) {
		OutboundAnswer answer = new OutboundAnswer(status, "", Map.of("Content-Type", List.of("text/html")),
				body.getBytes(StandardCharsets.UTF_8));
		PlatformOutcome outcome;
		if (answer.successful()) {
			outcome = new PlatformAnswer(answer);
		}
		else if (status == 429 || body.contains("Rate Limit Exceeded")) {
			outcome = new PlatformUnavailable(PlatformUnavailable.Kind.THROTTLED, null, answer, false);
		}
		else if (status >= 500) {
			outcome = new PlatformUnavailable(PlatformUnavailable.Kind.FAILED, null, answer, true);
		}
		else {
			outcome = new PlatformRefused(PlatformRefused.Kind.ANSWERED, answer);
		}
		return ScoreAnswers.verdict(outcome, ScoreDialects.of(family));
	}

	static String words(Verdict verdict) {
		return switch (verdict) {
			case Verdict.Delivered delivered -> "DELIVERED";
			case Verdict.NotNewer notNewer -> "NOT_NEWER";
			case Verdict.Later later -> "later " + later.reason();
			case Verdict.Never never -> never.reason().toString();
		};
	}

}
