package com.humantraffickingexperts.lti.classes;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.grades.GradeStatus;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.learning.ClassProgress.Activity;
import com.humantraffickingexperts.lti.learning.ClassProgress.Corrected;
import com.humantraffickingexperts.lti.learning.ClassProgress.Decision;
import com.humantraffickingexperts.lti.learning.ClassProgress.TimeAgreed;
import com.humantraffickingexperts.lti.learning.ClassProgress.TryOfCheck;
import com.humantraffickingexperts.lti.learning.ClassProgress.Work;

/**
 * The page of a learner.
 *
 * @param path the page's path
 * @param back the class
 * @param title the module's title
 * @param language the language of the module
 * @param learner the row of the class
 * @param attempt the attempt that counts; null when nothing was begun
 * @param started when it began, or null
 * @param completed when the module became complete, or null
 * @param pagesRead how many pages were opened
 * @param pages how many pages there are
 * @param version the module's version, or null
 * @param tries every try that was handed in
 * @param decisions what was decided about the learner, latest first
 * @param time the extra time that holds, or null
 * @param agreed how often extra time was agreed on
 * @param groups the names of the groups to which the learner belongs
 * @param graded whether there are results at all
 * @param acts whether the person may change something
 * @param extraTries how many tries were allowed in addition
 * @param limited whether a check can be taken so many times only
 * @param timed whether a check has a time limit, in a course that is known
 * @param resend whether the grade can be sent again
 * @param said what the page says beside what is stored
 */
record LearnerView(String path, String back, String title, String language, ClassView.Row learner,
		@Nullable String attempt, @Nullable ZonedDateTime started, @Nullable ZonedDateTime completed, int pagesRead,
		int pages, @Nullable String version, List<TryView> tries, List<DecisionView> decisions,
		@Nullable DecisionView time, int agreed, List<String> groups, boolean graded, boolean acts, int extraTries,
		boolean limited, boolean timed, boolean resend, Said said) {

	private static final int LONGEST_REASON = 500;

	static LearnerView of(CurrentLaunch launch, Activity activity, Learner learner, @Nullable Work work,
			List<? extends Decision> decisions, List<String> groups, Said said) {
		String back = launch.path("/class");
		ClassView.Row row = ClassView.Row.of(learner, back);
		boolean timed = activity.timed() && launch.context() != null;
		boolean acts = launch.standing() == Standing.INSTRUCTOR && (work != null || timed);
		List<TimeAgreed> times = decisions.stream()
			.filter(TimeAgreed.class::isInstance)
			.map(TimeAgreed.class::cast)
			.toList();
		DecisionView time = times.stream()
			.limit(1)
			.filter(TimeAgreed::more)
			.map(DecisionView::of)
			.findFirst()
			.orElse(null);
		return new LearnerView(row.path(), back, activity.title(), activity.language(), row,
				(work == null) ? null : work.begun().attempt().value(),
				(work == null) ? null : ClassView.inUk(work.begun().startedAt()),
				(work == null) ? null : ClassView.inUk(work.begun().completedAt()),
				(work == null) ? 0 : work.pagesRead(), (work == null) ? 0 : work.pages(),
				(work == null) ? null : work.moduleVersion(),
				(work == null) ? List.of() : work.tries().stream().map(TryView::of).toList(),
				decisions.stream().map(DecisionView::of).toList(), time, times.size(), groups, activity.graded(), acts,
				(work == null) ? 0 : work.extraTries(), activity.limited() && work != null, timed,
				work != null && learner.grade() != null, said);
	}

	/** What is wrong with a reason, or null. */
	static @Nullable Problem reasonProblem(String reason, String missing, String field) {
		String why = reason.strip();
		if (why.isEmpty()) {
			return new Problem(missing, field, 0);
		}
		return (why.length() > LONGEST_REASON) ? new Problem("classes.reset.tooLong", field, LONGEST_REASON) : null;
	}

	/** Where the grade is, or null. */
	public @Nullable GradeStatus grade() {
		return this.learner.grade();
	}

	/** Without the name. */
	@Override
	public String toString() {
		return "LearnerView[" + this.learner + "]";
	}

	/**
	 * What the page says beside what is stored.
	 *
	 * @param done what was just done, or null
	 * @param problem what is wrong with a form, or null
	 * @param reason why the learner begins again, as it was written
	 * @param time the form by which somebody gets more time, as it was filled in
	 */
	record Said(@Nullable String done, @Nullable Problem problem, String reason, TimeForm time) {

		static Said done(@Nullable String done) {
			return new Said(done, null, "", TimeForm.EMPTY);
		}

		/** Whether something is wrong with a field. */
		public boolean wrong(String field) {
			return this.problem != null && this.problem.field().equals(field);
		}

		/** Whether something is wrong with the form about time. */
		public boolean wrongTime() {
			return this.problem != null && this.problem.field().startsWith("time-");
		}

		/** Without what was written. */
		@Override
		public String toString() {
			return "Said[" + this.done + "]";
		}

	}

	/**
	 * What is wrong with a form.
	 *
	 * @param key the key of the words
	 * @param field the id of the field
	 * @param most how much is allowed at most, where that is said
	 */
	record Problem(String key, String field, int most) {
	}

	/**
	 * A try.
	 *
	 * @param check the check's title
	 * @param number which try
	 * @param at when it was handed in
	 * @param minutes how many minutes it took
	 * @param percent what it reached
	 * @param passed whether it passed
	 * @param corrections what raised the result after it was marked
	 * @param answers the answers
	 */
	record TryView(String check, int number, ZonedDateTime at, long minutes, String percent, boolean passed,
			List<CorrectedView> corrections, List<? extends Record> answers) {

		static TryView of(TryOfCheck one) {
			return new TryView(one.check(), one.number(), one.submittedAt().atZone(CompletionPlot.UK), one.minutes(),
					ClassView.words(one.percent()), one.passed(),
					one.corrections().stream().map(CorrectedView::of).toList(), one.answers());
		}

	}

	/**
	 * A result that was corrected upwards.
	 *
	 * @param at when
	 * @param from the percentage before
	 * @param to the percentage afterwards
	 * @param reason why, in the language of the module
	 */
	record CorrectedView(ZonedDateTime at, String from, String to, String reason) {

		static CorrectedView of(Corrected corrected) {
			return new CorrectedView(corrected.at().atZone(CompletionPlot.UK), ClassView.words(corrected.from()),
					ClassView.words(corrected.to()), corrected.reason());
		}

	}

}
