package com.humantraffickingexperts.lti.roster;

import java.util.List;
import java.util.Optional;

import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * The members of contexts, as the platforms last told them. No question here ever waits
 * for a platform.
 */
public interface Rosters {

	/**
	 * Everybody whom the platform ever listed in a context.
	 * @param registration the registration through which the context is known
	 * @param context the context, which the asking person may see
	 * @return the members, in no particular order
	 */
	List<Membership> members(RegistrationId registration, ContextId context);

	/**
	 * One person whom the platform ever listed in a context.
	 * @param registration the registration through which the context is known
	 * @param context the context, which the asking person may see
	 * @param user the person
	 * @return the membership, or empty when the platform never listed that person
	 */
	Optional<Membership> member(RegistrationId registration, ContextId context, UserId user);

	/**
	 * Whether the platform ever listed anybody in a context.
	 * @param registration the registration through which the context is known
	 * @param context the context
	 * @return false where nothing is known of who is there
	 */
	boolean lists(RegistrationId registration, ContextId context);

	/**
	 * How old that list is.
	 * @param registration the registration through which the context is known
	 * @param context the context
	 * @return its status
	 */
	RosterStatus status(RegistrationId registration, ContextId context);

	/**
	 * Has the list of a launch's context read again, soon and by somebody else. Does
	 * nothing when it was read a moment ago, is being read, or when the platform offers
	 * no list.
	 * @param launch the launch of somebody who sees everyone in the context
	 * @return whether it will be read
	 */
	boolean refresh(CurrentLaunch launch);

}
