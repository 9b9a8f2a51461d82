package com.humantraffickingexperts.lti.classes;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.people.UserId;

/**
 * Sends grades of a class once more. Where nothing implements it, it is not offered.
 */
interface GradesAgain {

	/**
	 * Sends the grade of one learner once more.
	 * @param launch the launch of somebody who teaches
	 * @param learner whose grade
	 * @return false when there is nothing to send, or when it is on its way anyhow
	 */
	boolean send(CurrentLaunch launch, UserId learner);

}
