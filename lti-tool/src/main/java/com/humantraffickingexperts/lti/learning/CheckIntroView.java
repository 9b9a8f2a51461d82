package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CountingAttempt;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Draw;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;

/**
 * The page before a check.
 *
 * @param title the check's title
 * @param language the language of the content
 * @param introduction a text to show, or null
 * @param questions how many questions are asked
 * @param passMark the percentage needed to pass
 * @param tryNumber which try the next one is
 * @param maximum how many tries there may be, or null for any number
 * @param counting which result counts, or null when none is graded
 * @param open whether a try is open
 * @param retry whether a try may begin now
 * @param minutesToWait until a try may begin; zero when it may begin now
 * @param results what was reached so far
 * @param path where the one button leads
 * @param next what comes after the check
 */
record CheckIntroView(String title, String language, @Nullable String introduction, int questions, BigDecimal passMark,
		int tryNumber, @Nullable Integer maximum, @Nullable CountingAttempt counting, boolean open, Retry.Answer retry,
		long minutesToWait, List<Earlier> results, String path, PageView.Step next) {

	static CheckIntroView of(CheckVisit check, Retry retry, Instant now) {
		Assessment assessment = check.assessment();
		List<Try> submitted = check.progress().submitted(assessment.id());
		Grading grading = check.visit().module().grading();
		return new CheckIntroView(assessment.title(), check.visit().module().language(), assessment.introduction(),
				assessment.draws().stream().mapToInt(Draw::count).sum(), Result.plain(assessment.passMark()),
				submitted.size() + 1, assessment.maximumAttempts(),
				(check.graded() && grading != null) ? grading.attempt() : null,
				check.progress().open(assessment.id()).isPresent(), retry.answer(), minutes(retry.from(), now),
				submitted.stream().map((one) -> Earlier.of(check, one)).toList(), check.path(""), check.next());
	}

	/**
	 * The minutes to wait, rounded up: nobody is told to come back too early.
	 */
	private static long minutes(@Nullable Instant from, Instant now) {
		return (from == null) ? 0 : Duration.between(now, from).plusSeconds(59).toMinutes();
	}

	/**
	 * A result of an earlier try.
	 *
	 * @param number which try
	 * @param percent what it reached
	 * @param passed whether it passed
	 * @param path the page of the result
	 */
	record Earlier(int number, BigDecimal percent, boolean passed, String path) {

		static Earlier of(CheckVisit check, Try one) {
			BigDecimal percent = (one.result() != null) ? one.result().percent() : BigDecimal.ZERO;
			return new Earlier(one.number(), Result.plain(percent), one.passed(), check.tryPath(one, "/result"));
		}

	}

}
