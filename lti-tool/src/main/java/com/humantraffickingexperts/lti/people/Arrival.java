package com.humantraffickingexperts.lti.people;

/**
 * Somebody who came, or of whom a platform told.
 *
 * @param user the person
 * @param learner whether the person came as a learner, and so has a seat from now on
 */
public record Arrival(User user, boolean learner) {
}
