package com.humantraffickingexperts.lti.learning;

import java.time.Instant;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * A learner completed a module, or improved the result of a completed one. Published in
 * the transaction that records it: a listener that writes in the same transaction commits
 * together with the completion or not at all.
 *
 * @param attempt the attempt
 * @param launch the launch in which it happened
 * @param module the module's id
 * @param moduleVersion the version that was taken
 * @param points the best result so far
 * @param at when it happened
 */
public record AttemptCompleted(AttemptId attempt, CurrentLaunch launch, String module, String moduleVersion,
		Points points, Instant at) {
}
