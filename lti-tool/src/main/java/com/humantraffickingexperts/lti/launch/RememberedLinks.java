package com.humantraffickingexperts.lti.launch;

import java.util.Optional;

import com.humantraffickingexperts.lti.people.UserId;

/** Activities as graded launches told of them, for work that outlives the launches. */
@FunctionalInterface
public interface RememberedLinks {

	/**
	 * Where the grades of an activity belong.
	 * @param link the activity
	 * @param learner somebody who was there
	 * @return what the latest launch of a learner said, or the latest of this one where
	 * that is not known; empty when neither named a gradebook
	 */
	Optional<RememberedLink> find(ResourceLinkId link, UserId learner);

}
