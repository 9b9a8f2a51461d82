package com.humantraffickingexperts.lti.learning;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.people.UserId;

/**
 * What those who teach can do about the attempt of a learner in their activity. Doing
 * something twice is the same as doing it once.
 */
public interface ClassActs {

	/**
	 * Allows one more try at each check of the module that is limited.
	 * @param launch the launch of somebody who teaches
	 * @param learner whose attempt
	 * @param granted how many were allowed when this was decided
	 * @return false when there is no attempt, or when more were allowed in the meantime
	 */
	boolean allowAnotherTry(CurrentLaunch launch, UserId learner, int granted);

	/**
	 * Agrees with a learner on more time for each check in the course whose time is
	 * limited. It takes the place of what was agreed before; a check that is open gets
	 * the time too, and is never shortened.
	 * @param launch the launch of somebody who teaches
	 * @param learner with whom
	 * @param time how much; nothing takes back what was agreed before
	 * @param agreed how often something was agreed when this was decided
	 * @return false when something else was agreed in the meantime, or when the platform
	 * names no course
	 */
	boolean allowTime(CurrentLaunch launch, UserId learner, MoreTime time, int agreed);

	/**
	 * Lets a learner begin again. The attempt is kept and no longer counts.
	 * @param launch the launch of somebody who teaches
	 * @param learner whose attempt
	 * @param attempt the attempt that is meant
	 * @param reason why, in the words of whoever teaches
	 * @return false when that attempt does not count, or no longer
	 */
	boolean reset(CurrentLaunch launch, UserId learner, AttemptId attempt, String reason);

	/**
	 * How much more time somebody gets, and why.
	 *
	 * @param percent the share that is added to a time limit, in percent of it
	 * @param minutes the minutes that are added besides
	 * @param reason why, in the words of whoever teaches
	 */
	record MoreTime(int percent, int minutes, String reason) {

		/** No more percent than this can be agreed on. */
		public static final int MOST_PERCENT = 900;

		/** No more minutes than this can be agreed on. */
		public static final int MOST_MINUTES = 600;

		public MoreTime {
			if (percent < 0 || percent > MOST_PERCENT || minutes < 0 || minutes > MOST_MINUTES) {
				throw new IllegalArgumentException("No such extra time: " + percent + "% and " + minutes + " minutes");
			}
		}

	}

}
