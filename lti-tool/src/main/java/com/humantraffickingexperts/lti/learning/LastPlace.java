package com.humantraffickingexperts.lti.learning;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * Where a learner was last.
 *
 * @param place the place
 * @param launch the id of the launch that came there, which tells devices apart; null
 * when that was not recorded
 * @param at when it came there; null when that was not recorded
 */
record LastPlace(Place place, @Nullable String launch, @Nullable Instant at) {

	/**
	 * Whether the learner came here in another launch after this one had begun. Whoever
	 * opens the module again afterwards knows where they are.
	 * @param here the launch that asks
	 * @return false when that is not known
	 */
	boolean elsewhere(CurrentLaunch here) {
		return this.launch != null && this.at != null && !this.launch.equals(here.id().value())
				&& this.at.isAfter(here.launchedAt());
	}

	boolean same(Place other, CurrentLaunch here) {
		return this.place.equals(other) && here.id().value().equals(this.launch);
	}

}
