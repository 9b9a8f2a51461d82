package com.humantraffickingexperts.lti.launch;

import java.util.Map;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * Records an accepted launch. The launch itself comes first, because it uses up the
 * nonce: nothing else is written for a launch that was used before. What follows can be
 * repeated without harm, so no transaction binds it.
 */
@Component
class LaunchRecorder {

	private final JdbcLaunches launches;

	private final JdbcPlaces places;

	private final Users users;

	private final FreshLaunches freshLaunches;

	LaunchRecorder(JdbcLaunches launches, JdbcPlaces places, Users users, FreshLaunches freshLaunches) {
		this.launches = launches;
		this.places = places;
		this.users = users;
		this.freshLaunches = freshLaunches;
	}

	/**
	 * Records a launch, once.
	 * @param fresh the launch
	 * @return false when its nonce was used before; then nothing was written
	 * @throws ToolError when a learner comes for whom there is no seat; then the nonce is
	 * not used up
	 */
	boolean record(NewLaunch fresh) {
		CurrentLaunch launch = fresh.launch();
		if (launch.graded() && launch.registration().terms().seats() != null && !this.users.takeSeat(launch.user())) {
			throw new ToolError(LaunchRefusal.SEATS_USED, LaunchAuthentication.facts(launch.registration(), Map.of()),
					launch.presentation().returnUrl(), null, null);
		}
		if (!this.launches.insert(fresh)) {
			return false;
		}
		this.users.record(launch.user(), launch.graded());
		this.places.record(fresh);
		this.freshLaunches.keep(fresh);
		return true;
	}

}
