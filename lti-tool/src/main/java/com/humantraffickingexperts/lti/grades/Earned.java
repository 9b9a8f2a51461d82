package com.humantraffickingexperts.lti.grades;

import java.time.Instant;

import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.people.User;

/**
 * What a learner earned, before it is known whether it is owed.
 *
 * @param attempt the attempt
 * @param learner the learner, whom the platform names
 * @param module the module's id
 * @param moduleVersion the version that was taken
 * @param points the result that counts
 * @param at when it was achieved
 */
record Earned(AttemptId attempt, User learner, String module, String moduleVersion, Points points, Instant at) {

	/** Without the learner. */
	@Override
	public String toString() {
		return "Earned[" + this.attempt + "]";
	}

}
