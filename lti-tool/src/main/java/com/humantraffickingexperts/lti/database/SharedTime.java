package com.humantraffickingexperts.lti.database;

import java.time.Instant;

/**
 * The present, as all nodes see it. What one node writes down another compares with its
 * own present; so it is the database that says what time it is, however wrong the clock
 * of a node may be.
 */
@FunctionalInterface
public interface SharedTime {

	/**
	 * The present.
	 * @return an instant on which all nodes agree to within two seconds
	 */
	Instant instant();

}
