package com.humantraffickingexperts.lti.classes;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.grades.GradeStatus;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.learning.ClassProgress.Activity;
import com.humantraffickingexperts.lti.learning.ClassProgress.Corrected;
import com.humantraffickingexperts.lti.learning.ClassProgress.Reset;
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
 * @param resets what began again
 * @param graded whether there are results at all
 * @param acts whether the person may change something
 * @param extraTries how many tries were allowed in addition
 * @param limited whether a check can be taken so many times only
 * @param resend whether the grade can be sent again
 * @param done what was just done, or null
 * @param problem what is wrong with the form, or null
 * @param reason what was written in it
 */
record LearnerView(String path, String back, String title, String language, ClassView.Row learner,
		@Nullable String attempt, @Nullable ZonedDateTime started, @Nullable ZonedDateTime completed, int pagesRead,
		int pages, @Nullable String version, List<TryView> tries, List<ResetView> resets, boolean graded, boolean acts,
		int extraTries, boolean limited, boolean resend, @Nullable String done, @Nullable String problem,
		String reason) {

	static LearnerView of(CurrentLaunch launch, Activity activity, Learner learner, @Nullable Work work, Said said) {
		String back = launch.path("/class");
		ClassView.Row row = ClassView.Row.of(learner, back);
		boolean acts = launch.standing() == Standing.INSTRUCTOR && work != null;
		return new LearnerView(row.path(), back, activity.title(), activity.language(), row,
				(work == null) ? null : work.begun().attempt().value(),
				(work == null) ? null : ClassView.inUk(work.begun().startedAt()),
				(work == null) ? null : ClassView.inUk(work.begun().completedAt()),
				(work == null) ? 0 : work.pagesRead(), (work == null) ? 0 : work.pages(),
				(work == null) ? null : work.moduleVersion(),
				(work == null) ? List.of() : work.tries().stream().map(TryView::of).toList(),
				(work == null) ? List.of() : work.resets().stream().map(ResetView::of).toList(), activity.graded(),
				acts, (work == null) ? 0 : work.extraTries(), activity.limited(), learner.grade() != null, said.done(),
				said.problem(), said.reason());
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
	 * @param problem what is wrong with the form, or null
	 * @param reason what was written in it
	 */
	record Said(@Nullable String done, @Nullable String problem, String reason) {

		static final Said NOTHING = new Said(null, null, "");

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

	/**
	 * What began again.
	 *
	 * @param at when
	 * @param reason why
	 * @param percent the best result until then, or null
	 */
	record ResetView(ZonedDateTime at, String reason, @Nullable String percent) {

		static ResetView of(Reset reset) {
			return new ResetView(reset.at().atZone(CompletionPlot.UK), reset.reason(),
					(reset.percent() == null) ? null : ClassView.words(reset.percent()));
		}

	}

}
