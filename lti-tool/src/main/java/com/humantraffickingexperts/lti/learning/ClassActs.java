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
	 * Lets a learner begin again. The attempt is kept and no longer counts.
	 * @param launch the launch of somebody who teaches
	 * @param learner whose attempt
	 * @param attempt the attempt that is meant
	 * @param reason why, in the words of whoever teaches
	 * @return false when that attempt does not count, or no longer
	 */
	boolean reset(CurrentLaunch launch, UserId learner, AttemptId attempt, String reason);

}
