package com.humantraffickingexperts.lti.classes;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchDestination;
import com.humantraffickingexperts.lti.launch.claims.MessageType;

/**
 * Whoever opens a submission from the gradebook arrives at that learner's work: those who
 * teach, and the learner. Others are refused:
 * <a href="https://www.imsglobal.org/spec/lti-sr/v1p0/">Submission Review 1.0</a>.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SubmissionReview implements LaunchDestination {

	@Override
	public boolean answers(CurrentLaunch launch) {
		boolean opens = launch.link() != null && launch.module() != null;
		return launch.messageType() == MessageType.SUBMISSION_REVIEW && opens
				&& (launch.standing().seesEveryone() || own(launch));
	}

	@Override
	public String pathFor(CurrentLaunch launch) {
		return launch.standing().seesEveryone() ? "/class/submission" : "/learn/end";
	}

	private static boolean own(CurrentLaunch launch) {
		String subject = launch.user().subject();
		return subject != null && subject.equals(launch.forUser());
	}

}
