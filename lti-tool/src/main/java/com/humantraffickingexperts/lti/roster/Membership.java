package com.humantraffickingexperts.lti.roster;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.people.User;

/**
 * A person's place in a context.
 *
 * @param user who it is; the same user as in a launch with that subject
 * @param standing what the person may do there
 * @param testUser whether the platform marks the person as a test user
 * @param status what the platform says of the membership
 * @param groups our names for the groups to which the person belongs
 * @param goneAt since when the platform no longer lists the person; null while it does
 */
public record Membership(User user, Standing standing, boolean testUser, Status status, Set<String> groups,
		@Nullable Instant goneAt) {

	public Membership {
		groups = Set.copyOf(groups);
	}

	/**
	 * Whether the person takes part now.
	 * @return true for an active member whom the platform lists
	 */
	public boolean present() {
		return this.status == Status.ACTIVE && this.goneAt == null;
	}

	boolean same(Membership other) {
		return this.standing == other.standing && this.testUser == other.testUser && this.status == other.status
				&& this.groups.equals(other.groups) && other.goneAt == null;
	}

	/**
	 * What a platform says of a membership:
	 * <a href= "https://www.imsglobal.org/spec/lti-nrps/v2p0#membership-status">NRPS 2.0,
	 * membership status</a>.
	 */
	public enum Status {

		/** The person takes part. */
		ACTIVE,
		/** The person is enrolled but does not take part at present. */
		INACTIVE,
		/** The person was removed. */
		DELETED;

		/** A status that is missing or unknown says nothing against the person. */
		static Status of(@Nullable String text) {
			if ("Inactive".equalsIgnoreCase(text)) {
				return INACTIVE;
			}
			return "Deleted".equalsIgnoreCase(text) ? DELETED : ACTIVE;
		}

	}

}
