package com.humantraffickingexperts.lti.grades;

import java.util.Map;
import java.util.Optional;

import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.people.UserId;

/** Whether grades have reached their gradebook: what pages may ask. */
public interface GradeDelivery {

	/**
	 * The way of an attempt's grade.
	 * @param attempt the attempt
	 * @return empty when nothing is owed: not completed, not graded, or the platform
	 * offers no gradebook here
	 */
	Optional<GradeStatus> of(AttemptId attempt);

	/**
	 * The way of the grade of everybody in one resource link.
	 * @param link the resource link, which the asking person may see
	 * @return the grades by user; without those of whom nothing is owed
	 */
	Map<UserId, GradeStatus> of(ResourceLinkId link);

	/**
	 * The way of the grade of one person in a resource link.
	 * @param link the resource link, which the asking person may see
	 * @param user the person
	 * @return empty when nothing is owed
	 */
	Optional<GradeStatus> of(ResourceLinkId link, UserId user);

}
