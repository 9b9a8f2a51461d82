package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
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
	 * The module of an activity.
	 *
	 * @param title its title
	 * @param language the language of its content
	 * @param graded whether it is graded
	 * @param limited whether it has a check that can be taken so many times only
	 */
	record Activity(String title, String language, boolean graded, boolean limited) {
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
	 */
	record Begun(User user, AttemptId attempt, Instant startedAt, @Nullable Instant completedAt, boolean checked,
			int tries, @Nullable BigDecimal percent, boolean passed, Instant lastActiveAt) {
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
	 * @param resets what began again, latest first
	 */
	record Work(Begun begun, String moduleVersion, int pagesRead, int pages, List<TryOfCheck> tries, int extraTries,
			List<Reset> resets) {
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

	/**
	 * An attempt that no longer counts.
	 *
	 * @param at since when
	 * @param reason why, in the words of whoever reset it
	 * @param percent its best result; null when there was none
	 */
	record Reset(Instant at, String reason, @Nullable BigDecimal percent) {
	}

}
