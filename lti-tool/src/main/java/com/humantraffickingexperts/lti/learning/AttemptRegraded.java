package com.humantraffickingexperts.lti.learning;

import java.time.Instant;

import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.people.User;

/**
 * A question was marked wrongly, and the result of a completed module is better than it
 * was, or completes it now. Published as {@link AttemptCompleted} is, but long after its
 * launch may have been forgotten: it names the activity and the learner instead.
 *
 * @param attempt the attempt
 * @param link the activity
 * @param learner the learner
 * @param module the module's id
 * @param moduleVersion the version that was taken
 * @param points the result that counts now
 * @param at when the learner handed in what was marked again
 * @param reason why, in plain words
 */
public record AttemptRegraded(AttemptId attempt, ResourceLinkId link, User learner, String module, String moduleVersion,
		Points points, Instant at, String reason) {

	/** Without the learner. */
	@Override
	public String toString() {
		return "AttemptRegraded[" + this.attempt + "]";
	}

}
