package com.humantraffickingexperts.lti.learning;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchDestination;
import com.humantraffickingexperts.lti.launch.claims.MessageType;

/** Whoever opens a placed activity arrives before its module. */
@Component
class LearnerEntrance implements LaunchDestination {

	private final Visits visits;

	LearnerEntrance(Visits visits) {
		this.visits = visits;
	}

	@Override
	public boolean answers(CurrentLaunch launch) {
		return launch.messageType() == MessageType.RESOURCE_LINK;
	}

	@Override
	public String pathFor(CurrentLaunch launch) {
		if (launch.module() != null) {
			this.visits.module(launch, launch.module());
		}
		return "/learn";
	}

	@Override
	public boolean takesSeat() {
		return true;
	}

}
