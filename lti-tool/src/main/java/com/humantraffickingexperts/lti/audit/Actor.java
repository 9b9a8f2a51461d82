package com.humantraffickingexperts.lti.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who made a change.
 *
 * @param administratorId the administrator, or null when the tool did it by itself
 * @param name the administrator's name at that time, kept even when the name changes
 */
public record Actor(@Nullable String administratorId, String name) {

	/** The tool itself: a scheduled job, a platform's own request, a start. */
	public static final Actor SYSTEM = new Actor(null, "system");

	/**
	 * An administrator.
	 * @param administratorId whose id it is
	 * @param name the name at this time
	 * @return the actor
	 */
	public static Actor administrator(String administratorId, String name) {
		return new Actor(administratorId, name);
	}

}
