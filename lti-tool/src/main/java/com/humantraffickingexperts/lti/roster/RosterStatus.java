package com.humantraffickingexperts.lti.roster;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How old the list of members is.
 *
 * @param fetchedAt when it was last read completely; null when it never was
 * @param triedAt when that was last tried; null when it never was
 * @param problem why the last try failed; null when it did not
 */
public record RosterStatus(@Nullable Instant fetchedAt, @Nullable Instant triedAt, @Nullable RosterProblem problem) {

	/** Nobody asked yet. */
	public static final RosterStatus NONE = new RosterStatus(null, null, null);

}
