package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.UserId;

/**
 * What everybody in front of one activity has done: for those who teach. Every question
 * is about the activity of the asking launch and about no other, and is answered only for
 * somebody who may see everyone.
 */
public interface ClassProgress {

	/** A pause between two acts counts no longer than this as active. */
	Duration LONGEST_PAUSE = JdbcAttempts.LONGEST_PAUSE;

	/**
	 * The module that the activity opens.
	 * @param launch the launch of somebody who teaches
	 * @return the module; empty when the activity opens none
	 */
	Optional<Activity> activity(CurrentLaunch launch);

	/**
	 * Everybody who began the module there and is graded.
	 * @param launch the launch of somebody who teaches
	 * @return one entry for each person, in no particular order
	 */
	List<Begun> begun(CurrentLaunch launch);

	/**
	 * How the questions of the graded check were answered at the first try.
	 * @param launch the launch of somebody who teaches
	 * @return the questions in the order of the check
	 */
	List<Difficulty> difficulties(CurrentLaunch launch);

	/**
	 * What one person has done.
	 * @param launch the launch of somebody who teaches
	 * @param learner the person
	 * @return empty when that person began nothing there
	 */
	Optional<Work> work(CurrentLaunch launch, UserId learner);

	/**
	 * How far one person has come.
	 * @param launch the launch of somebody who teaches
	 * @param learner the person
	 * @return empty when that person began nothing there
	 */
	Optional<Begun> begun(CurrentLaunch launch, UserId learner);

	/**
	 * What was decided about one person: about attempts in this activity, and about time
	 * in the course. Also before the person begins, or begins again.
	 * @param launch the launch of somebody who teaches
	 * @param learner the person
	 * @return the decisions, latest first
	 */
	List<Decision> decisions(CurrentLaunch launch, UserId learner);

	/**
	 * The module of an activity.
	 *
	 * @param title its title
	 * @param language the language of its content
	 * @param graded whether it is graded
	 * @param limited whether it has a check that can be taken so many times only
	 * @param timed whether it has a check whose time is limited
	 */
	record Activity(String title, String language, boolean graded, boolean limited, boolean timed) {
	}

	/**
	 * How far somebody has come.
	 *
	 * @param user who it is
	 * @param attempt the attempt that counts
	 * @param startedAt when it began
	 * @param completedAt when the module became complete; null before
	 * @param checked whether the graded check was begun
	 * @param tries how often it was handed in
	 * @param percent the result that counts; null before the first
	 * @param passed whether it was passed
	 * @param lastActiveAt when the person last did something that is kept
	 * @param active how long the person was at it, as far as can be told: pauses count up
	 * to {@link #LONGEST_PAUSE} each; null where it was not counted
	 */
	record Begun(User user, AttemptId attempt, Instant startedAt, @Nullable Instant completedAt, boolean checked,
			int tries, @Nullable BigDecimal percent, boolean passed, Instant lastActiveAt, @Nullable Duration active) {
	}

	/**
	 * How hard a question was.
	 *
	 * @param number its place in the check's pools, from 1
	 * @param text what is asked, as HTML of the catalogue without tags
	 * @param asked in how many first tries it was asked
	 * @param right how many answered it rightly
	 * @param partly how many answered it partly rightly
	 */
	record Difficulty(int number, String text, int asked, int right, int partly) {

		/**
		 * The share of right first answers.
		 * @return whole percent
		 */
		public int rightPercent() {
			return (this.asked == 0) ? 0 : Math.round(100f * this.right / this.asked);
		}

	}

	/**
	 * What somebody has done.
	 *
	 * @param begun how far the person has come
	 * @param moduleVersion the version of the module with which the attempt goes on
	 * @param pagesRead how many pages were opened
	 * @param pages how many pages there are
	 * @param tries every try that was handed in, latest first
	 * @param extraTries how many tries were allowed in addition
	 */
	record Work(Begun begun, String moduleVersion, int pagesRead, int pages, List<TryOfCheck> tries, int extraTries) {
	}

	/**
	 * A try that was handed in.
	 *
	 * @param check the check's title
	 * @param number which try
	 * @param submittedAt when it was handed in
	 * @param minutes how many minutes passed from its beginning
	 * @param percent what it reached
	 * @param passed whether it passed
	 * @param corrections what raised the result after it was marked
	 * @param answers the answers, as the fragment {@code learning/answered :: answer}
	 * takes them; without questions that the module no longer has
	 */
	record TryOfCheck(String check, int number, Instant submittedAt, long minutes, BigDecimal percent, boolean passed,
			List<Corrected> corrections, List<? extends Record> answers) {
	}

	/**
	 * A result that rose because a question had been marked wrongly.
	 *
	 * @param at when
	 * @param from the percentage before
	 * @param to the percentage afterwards
	 * @param reason why, in the language of the module
	 */
	record Corrected(Instant at, BigDecimal from, BigDecimal to, String reason) {
	}

	/** What somebody who teaches decided about a learner. */
	sealed interface Decision {

		/**
		 * When it was decided.
		 * @return an instant
		 */
		Instant at();

		/**
		 * Who decided it.
		 * @return the name; null when the platform does not share it
		 */
		@Nullable String by();

	}

	/**
	 * An attempt no longer counts: the learner begins again.
	 *
	 * @param at since when
	 * @param by who decided it, or null
	 * @param reason why, in the words of whoever reset it
	 * @param percent its best result; null when there was none
	 */
	record Reset(Instant at, @Nullable String by, String reason, @Nullable BigDecimal percent) implements Decision {
	}

	/**
	 * One more try was allowed at each check.
	 *
	 * @param at when
	 * @param by who decided it, or null
	 */
	record TryAllowed(Instant at, @Nullable String by) implements Decision {
	}

	/**
	 * More time was agreed on, for checks in the course. The latest agreement holds.
	 *
	 * @param at when
	 * @param by who decided it, or null
	 * @param reason why, in the words of whoever agreed
	 * @param percent the share that is added to a time limit, in percent of it
	 * @param minutes the minutes that are added besides
	 */
	record TimeAgreed(Instant at, @Nullable String by, String reason, int percent, int minutes) implements Decision {

		/**
		 * Whether there is more time at all.
		 * @return false when what was agreed before was taken back
		 */
		public boolean more() {
			return this.percent > 0 || this.minutes > 0;
		}

	}

}
