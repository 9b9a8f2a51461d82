package com.humantraffickingexperts.lti.learning;

/**
 * How far somebody has come by now.
 *
 * @param attempt the attempt
 * @param progress what was done so far
 */
record Reached(Attempt attempt, Progress progress) {
}
