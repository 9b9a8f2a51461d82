package com.humantraffickingexperts.lti.admin;

import java.util.List;

/** Numbers for the console's home page. A feature offers its own as a bean. */
@FunctionalInterface
public interface AdminCounts {

	/**
	 * The numbers now.
	 * @param administrator who is asking; only what this person may manage is counted
	 * @return the numbers
	 */
	List<Count> countsFor(Administrator administrator);

	/**
	 * A number.
	 *
	 * @param messageKey the key of the words that say what is counted
	 * @param number how many
	 * @param path the page that shows them
	 */
	record Count(String messageKey, long number, String path) {
	}

}
