package com.humantraffickingexperts.lti.grades;

import java.util.List;
import java.util.Optional;

import com.humantraffickingexperts.lti.learning.AttemptId;

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
	 * What cannot be delivered until somebody changes something, oldest first.
	 * @param most how many at most
	 * @return undelivered grades of all platforms
	 */
	List<UndeliveredGrade> undelivered(int most);

}
