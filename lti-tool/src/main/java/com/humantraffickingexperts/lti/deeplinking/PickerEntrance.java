package com.humantraffickingexperts.lti.deeplinking;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchDestination;
import com.humantraffickingexperts.lti.launch.claims.Standing;

/**
 * Whoever is to choose modules arrives at the list of them: by a deep linking request, or
 * as the teacher of an activity that opens no module.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PickerEntrance implements LaunchDestination {

	private final Choosings choosings;

	PickerEntrance(Choosings choosings) {
		this.choosings = choosings;
	}

	@Override
	public boolean answers(CurrentLaunch launch) {
		return switch (launch.messageType()) {
			case DEEP_LINKING -> true;
			case RESOURCE_LINK -> launch.standing() == Standing.INSTRUCTOR && this.choosings.missing(launch);
			case SUBMISSION_REVIEW, DATA_PRIVACY -> false;
		};
	}

	@Override
	public String pathFor(CurrentLaunch launch) {
		this.choosings.of(launch);
		return "/choose";
	}

}
