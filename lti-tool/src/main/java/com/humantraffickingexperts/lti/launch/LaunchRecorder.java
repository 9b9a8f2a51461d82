package com.humantraffickingexperts.lti.launch;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.people.Users;

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

	LaunchRecorder(JdbcLaunches launches, JdbcPlaces places, Users users) {
		this.launches = launches;
		this.places = places;
		this.users = users;
	}

	/**
	 * Records a launch, once.
	 * @param fresh the launch
	 * @return false when its nonce was used before; then nothing was written
	 */
	boolean record(NewLaunch fresh) {
		if (!this.launches.insert(fresh)) {
			return false;
		}
		this.users.record(fresh.launch().user());
		this.places.record(fresh);
		return true;
	}

}
