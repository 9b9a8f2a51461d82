package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScoreTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	@Nested
	class TheTimestamp {

		@ParameterizedTest
		@CsvSource({ "2026-01-01T00:00:00Z, 2026-01-01T00:00:00.000Z",
				"2026-01-01T00:00:00.1Z, 2026-01-01T00:00:00.100Z",
				"2026-01-01T00:00:00.123456789Z, 2026-01-01T00:00:00.123Z",
				"2026-12-31T23:59:59.999999Z, 2026-12-31T23:59:59.999Z" })
		void hasExactlyThreeDigitsOfTheSecondAndAZone_AGS_061(Instant instant, String expected) {
			assertThat(ScoreTimestamp.text(instant)).isEqualTo(expected);
		}

		@Test
		void isThePresentAtFirst() {
			assertThat(ScoreTimestamp.next(NOON.plusMillis(250), null)).isEqualTo(NOON.plusMillis(250));
		}

		@Test
		void growsByAWholeSecondAtLeast_AGS_063() {
			assertThat(ScoreTimestamp.next(NOON.plusMillis(700), NOON.plusMillis(250))).isEqualTo(NOON.plusSeconds(1));
			assertThat(ScoreTimestamp.next(NOON.plusMillis(1100), NOON.plusMillis(250)))
				.isEqualTo(NOON.plusMillis(1100));
		}

		@Test
		void growsEvenWhenTheClockGoesBack() {
			assertThat(ScoreTimestamp.next(NOON.minusSeconds(5), NOON)).isEqualTo(NOON.plusSeconds(1));
		}

	}

	@Nested
	class TheBody {

		@ParameterizedTest
		@EnumSource(PlatformFamily.class)
		void isOneLineWithEverythingThatIsRequired_AGS_004_085_094(PlatformFamily family) {
			String text = text(score("7", "10", "a\nb"), family);
			assertThat(text).doesNotContain("\n", ": ");
			JsonNode json = JsonMapper.shared().readTree(text);
			assertThat(json.path("userId").stringValue()).isEqualTo("user 5/é");
			assertThat(json.path("scoreGiven").decimalValue()).isEqualByComparingTo("7");
			assertThat(json.path("scoreMaximum").decimalValue()).isEqualByComparingTo("10");
			assertThat(json.path("timestamp").stringValue()).isEqualTo("2026-11-23T12:00:00.000Z");
			assertThat(json.path("activityProgress").stringValue()).isEqualTo("Completed");
			assertThat(json.path("gradingProgress").stringValue()).isEqualTo("FullyGraded");
		}

		@ParameterizedTest
		@CsvSource({ "0.000000, 10.000000, 0, 10", "7.500000, 100.000000, 7.5, 100", "0.333333, 1, 0.333333, 1" })
		void hasPlainNumbersAndZeroIsOne_AGS_076(String given, String maximum, String sentGiven, String sentMaximum) {
			assertThat(text(score(given, maximum, null), PlatformFamily.GENERIC))
				.contains("\"scoreGiven\":" + sentGiven + ",\"scoreMaximum\":" + sentMaximum + ",");
		}

		@Test
		void tellsCanvasNotToCountAnAttempt_AGS_091() {
			JsonNode json = JsonMapper.shared().readTree(text(score("7", "10", null), PlatformFamily.CANVAS));
			JsonNode submission = json.path(CanvasDialect.SUBMISSION);
			assertThat(submission.path("new_submission").booleanValue()).isFalse();
			assertThat(submission.has("prioritize_non_tool_grade")).isFalse();
			assertThat(json.path("submission").path("submittedAt").stringValue()).isEqualTo("2026-11-23T11:59:00.000Z");
		}

		@ParameterizedTest
		@EnumSource(value = PlatformFamily.class, mode = EnumSource.Mode.EXCLUDE, names = "CANVAS")
		void hasNothingOfCanvasElsewhere_AGS_091(PlatformFamily family) {
			assertThat(text(score("7", "10", null), family)).doesNotContain("canvas");
		}

		@Test
		void keepsWhateverALanguageWrites_AGS_089() {
			assertThat(text(score("7", "10", "Gut ✓ 练习"), PlatformFamily.GENERIC)).contains("\"comment\":\"Gut ✓ 练习\"");
		}

	}

	@Nested
	class AScoreThatCannotBe {

		@Test
		void isForNobody_AGS_072() {
			assertThatIllegalArgumentException().isThrownBy(() -> new Score("", points("1", "1"), null, NOON, NOON));
		}

		@Test
		void hasNoMaximum_AGS_068() {
			assertThatIllegalArgumentException().isThrownBy(() -> points("0", "0"));
		}

	}

	private static Score score(String given, String maximum, @Nullable String comment) {
		return new Score("user 5/é", points(given, maximum), comment, NOON, NOON.minusSeconds(60));
	}

	private static Points points(String given, String maximum) {
		return new Points(new BigDecimal(given), new BigDecimal(maximum));
	}

	private static String text(Score score, PlatformFamily family) {
		return new String(score.body(ScoreDialects.of(family)), StandardCharsets.UTF_8);
	}

}
