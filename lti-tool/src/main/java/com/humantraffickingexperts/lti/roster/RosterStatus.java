package com.humantraffickingexperts.lti.roster;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How old the list of members is, and into which groups they are divided.
 *
 * @param fetchedAt when it was last read completely; null when it never was
 * @param triedAt when that was last tried; null when it never was
 * @param problem why the last try failed; null when it did not
 * @param groups the course's groups in the order of their sets and names; empty where the
 * platform tells none
 */
public record RosterStatus(@Nullable Instant fetchedAt, @Nullable Instant triedAt, @Nullable RosterProblem problem,
		List<CourseGroup> groups) {

	/** Nobody asked yet. */
	public static final RosterStatus NONE = new RosterStatus(null, null, null, List.of());

	public RosterStatus {
		groups = List.copyOf(groups);
	}

}
