package com.humantraffickingexperts.lti.roster;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.GroupsService;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Where the members of a context are read, as the latest launch said.
 *
 * @param context the context
 * @param registration the registration through which it is known
 * @param deploymentId the deployment to which it belongs
 * @param family the platform's product
 * @param memberships the address of the list
 * @param groups where the groups are told; null when the platform offers none
 */
record Roster(ContextId context, RegistrationId registration, String deploymentId, PlatformFamily family,
		URI memberships, @Nullable GroupsService groups) {

	private static final int LONGEST_ADDRESS = 2000;

	/** The roster of a launch that has a context and a list of its members. */
	static Optional<Roster> of(CurrentLaunch launch) {
		CurrentLaunch.Course course = launch.context();
		URI memberships = launch.memberships();
		return (course == null || memberships == null) ? Optional.empty() : Optional.of(new Roster(course.id(),
				launch.registration().id(), launch.deploymentId(), launch.family(), memberships, groups(launch)));
	}

	/** An address that cannot be kept is as if it were not offered. */
	private static @Nullable GroupsService groups(CurrentLaunch launch) {
		GroupsService service = launch.groups();
		if (service == null || service.groups().toString().length() > LONGEST_ADDRESS) {
			return null;
		}
		boolean sets = service.sets() != null && service.sets().toString().length() <= LONGEST_ADDRESS;
		return sets ? service : new GroupsService(service.groups(), null);
	}

}
