package com.humantraffickingexperts.lti.classes;

import java.util.Set;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.people.UserId;

/** Sends grades of a class once more. */
interface GradesAgain {

	/**
	 * Sends the grades of some learners once more.
	 * @param launch the launch of somebody who teaches
	 * @param learners whose grades
	 * @return how many are sent; left out are those that are on their way anyhow, and
	 * those that a teacher decided otherwise in the gradebook
	 */
	int send(CurrentLaunch launch, Set<UserId> learners);

}
