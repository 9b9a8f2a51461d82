package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentPassed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CountingAttempt;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PagesViewed;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	@Nested
	class Completion {

		@Test
		void allRulesMustHold() {
			CoursePackage module = TestCoursePackages.module().build();
			Set<String> all = module.pages().keySet();
			assertThat(new Progress(all, List.of()).completes(module)).isFalse();
			assertThat(new Progress(Set.of("consent"), tries(100)).completes(module)).isFalse();
			assertThat(new Progress(all, tries(50)).completes(module)).isFalse();
			assertThat(new Progress(all, tries(50, 75, 0)).completes(module)).isTrue();
		}

		@Test
		void pagesThatTheModuleNoLongerHasDoNotCount() {
			CoursePackage module = TestCoursePackages.module().completion(new PagesViewed(BigDecimal.ONE)).build();
			assertThat(new Progress(Set.of("a", "b", "c", "consent"), List.of()).completes(module)).isFalse();
		}

		@ParameterizedTest
		@CsvSource({ "0.6, 2, true", "0.67, 2, false", "0.3, 1, true", "0.34, 1, false", "1.0, 3, true" })
		void aShareOfThePagesIsEnoughWhereTheModuleSaysSo(String share, int viewed, boolean complete) {
			CoursePackage module = TestCoursePackages.module()
				.completion(new PagesViewed(new BigDecimal(share)))
				.build();
			Set<String> pages = Set.copyOf(new ArrayList<>(module.pages().keySet()).subList(0, viewed));
			assertThat(new Progress(pages, List.of()).completes(module)).isEqualTo(complete);
		}

		@Test
		void anOpenTryPassesNothing() {
			CoursePackage module = TestCoursePackages.module()
				.completion(new AssessmentPassed(TestCoursePackages.CHECK))
				.build();
			assertThat(new Progress(Set.of(), List.of(open(1))).completes(module)).isFalse();
		}

	}

	@Nested
	class CountingResult {

		@ParameterizedTest
		@CsvSource({ "BEST, 90", "LAST, 75", "FIRST, 50" })
		void theModuleSaysWhichResultCounts(CountingAttempt counting, int percent) {
			Progress progress = new Progress(Set.of(), tries(50, 90, 75));
			assertThat(progress.counting(new Grading(TestCoursePackages.CHECK, counting, 100)).orElseThrow())
				.isEqualByComparingTo(BigDecimal.valueOf(percent));
		}

		@Test
		void withoutAResultNothingCounts() {
			assertThat(new Progress(Set.of(), List.of(open(1)))
				.counting(new Grading(TestCoursePackages.CHECK, CountingAttempt.BEST, 100))).isEmpty();
		}

	}

	@Nested
	class Retrying {

		@Test
		void aFailedTryIsFollowedByAPause() {
			Assessment check = check(TestCoursePackages.module().cooldownMinutes(10));
			assertThat(Retry.decide(check, List.of(), NOW).allowed()).isTrue();
			assertThat(Retry.decide(check, tries(50), NOW).answer()).isEqualTo(Retry.Answer.LATER);
			assertThat(Retry.decide(check, tries(50), NOW).from()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
			assertThat(Retry.decide(check, tries(50), NOW.plus(Duration.ofMinutes(10))).allowed()).isTrue();
		}

		@Test
		void aPassedTryIsNot() {
			assertThat(Retry.decide(check(TestCoursePackages.module().cooldownMinutes(10)), tries(80), NOW).allowed())
				.isTrue();
		}

		@Test
		void triesEndAtTheirMaximum() {
			Assessment check = check(TestCoursePackages.module().maximumAttempts(2));
			assertThat(Retry.decide(check, tries(50), NOW).allowed()).isTrue();
			assertThat(Retry.decide(check, tries(50, 60), NOW).answer()).isEqualTo(Retry.Answer.NO_MORE);
		}

		private static Assessment check(TestCoursePackages module) {
			return module.build().assessment(TestCoursePackages.CHECK).orElseThrow();
		}

	}

	private static List<Try> tries(int... percents) {
		List<Try> tries = new ArrayList<>();
		for (int percent : percents) {
			Mark mark = new Mark(Fraction.of(percent, 1), BigDecimal.valueOf(100));
			tries.add(new Try("t" + tries.size(), new AttemptId("a"), TestCoursePackages.CHECK, tries.size() + 1,
					"1.2.0", 1, List.of("q-who"), NOW, NOW, Result.of(List.of(mark), BigDecimal.valueOf(75)), null,
					false));
		}
		return tries;
	}

	private static Try open(int number) {
		return new Try("open", new AttemptId("a"), TestCoursePackages.CHECK, number, "1.2.0", 1, List.of("q-who"), NOW,
				null, null, null, false);
	}

}
