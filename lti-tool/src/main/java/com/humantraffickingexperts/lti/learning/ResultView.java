package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CountingAttempt;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Objective;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.Question;

/**
 * What a try reached.
 *
 * @param intro what can be done next at this check
 * @param number which try this was
 * @param language the language of the content
 * @param passed whether it passed
 * @param percent what it reached
 * @param earned the points it earned
 * @param maximum the points it could earn
 * @param objectives the result by objective
 * @param answers each question, with what may be said of it
 * @param feedbackShown whether feedback is shown
 * @param feedbackLater whether feedback is shown once the check is passed
 * @param counting which result counts, or null when the check is not graded
 * @param counts what counts so far
 * @param grade what becomes of the grade; null when the check is not graded
 * @param completed whether the module is complete
 * @param timeUp when its time was up and it was handed in for the learner; null when the
 * learner handed it in
 */
record ResultView(CheckIntroView intro, int number, String language, boolean passed, BigDecimal percent,
		BigDecimal earned, BigDecimal maximum, List<ObjectiveRow> objectives, List<AnsweredView> answers,
		boolean feedbackShown, boolean feedbackLater, @Nullable CountingAttempt counting, @Nullable BigDecimal counts,
		@Nullable GradeView grade, boolean completed, @Nullable ZonedDateTime timeUp) {

	private static final int SHOWN_SCALE = 2;

	static ResultView of(CheckVisit check, Try one, Map<Question, Mark> marks, Map<String, Answer> answers, Retry retry,
			Instant now, GradeView grade) {
		Result result = Objects.requireNonNull(one.result());
		Assessment assessment = check.assessment();
		Disclosed disclosed = Disclosed.afterwards(assessment, check.progress().passed(assessment.id()));
		List<AnsweredView> answered = new ArrayList<>();
		marks.forEach((question, mark) -> answered.add(AnsweredView.of(one.questions().indexOf(question.id()) + 1,
				question, one.seed(), answers.get(question.id()), mark, disclosed)));
		CheckIntroView intro = CheckIntroView.of(check, retry, now);
		return new ResultView(intro, one.number(), check.visit().module().language(), result.passed(),
				Result.plain(result.percent()), points(Fraction.whole(result.earned())),
				points(Fraction.whole(result.maximum())), objectives(check, marks), answered, disclosed.feedback(),
				!disclosed.feedback() && assessment.showFeedback() == Disclosure.AFTER_PASS, intro.counting(),
				counts(check), check.graded() ? grade : null, check.attempt().completed(), timeUp(one));
	}

	private static @Nullable ZonedDateTime timeUp(Try one) {
		Instant deadline = one.deadline();
		return (one.timedOut() && deadline != null) ? deadline.atZone(Grades.UK) : null;
	}

	private static @Nullable BigDecimal counts(CheckVisit check) {
		if (!check.graded() || check.visit().module().grading() == null) {
			return null;
		}
		return check.progress().counting(check.visit().module().grading()).map(Result::plain).orElse(null);
	}

	private static List<ObjectiveRow> objectives(CheckVisit check, Map<Question, Mark> marks) {
		List<ObjectiveRow> rows = new ArrayList<>();
		for (Objective objective : check.visit().module().objectives()) {
			Fraction earned = Fraction.ZERO;
			BigDecimal maximum = BigDecimal.ZERO;
			for (Map.Entry<Question, Mark> entry : marks.entrySet()) {
				if (entry.getKey().objectives().contains(objective.id())) {
					earned = earned.plus(entry.getValue().earned());
					maximum = maximum.add(entry.getValue().maximum());
				}
			}
			if (maximum.signum() > 0) {
				List<PlaceView> pages = points(earned).equals(points(Fraction.whole(maximum))) ? List.of()
						: pages(check, objective.id());
				rows.add(new ObjectiveRow(objective.text(), points(earned), points(Fraction.whole(maximum)), pages));
			}
		}
		return rows;
	}

	/** The pages that teach an objective. */
	private static List<PlaceView> pages(CheckVisit check, String objective) {
		CoursePackage module = check.visit().module();
		return module.items()
			.stream()
			.filter((item) -> item instanceof PageItem page
					&& module.page(page.id()).orElseThrow().objectives().contains(objective))
			.flatMap((item) -> PlaceView.of(check.visit(), check.progress(), Place.of(item)).stream())
			.toList();
	}

	private static BigDecimal points(Fraction points) {
		return Result.plain(points.rounded(SHOWN_SCALE));
	}

	/**
	 * The result at one objective.
	 *
	 * @param text the objective
	 * @param earned the points earned
	 * @param maximum the points that could be earned
	 * @param pages the pages that teach it; empty when all points were earned
	 */
	record ObjectiveRow(String text, BigDecimal earned, BigDecimal maximum, List<PlaceView> pages) {
	}

}
