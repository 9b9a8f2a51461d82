package com.humantraffickingexperts.lti.classes;

import java.util.Map;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchDestination;
import com.humantraffickingexperts.lti.launch.LaunchRefusal;
import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * Whoever opens a submission from the gradebook arrives at that learner's work: those who
 * teach, and the learner: <a href="https://www.imsglobal.org/spec/lti-sr/v1p0/">Submission
 * Review 1.0</a>.
 */
@Component
class SubmissionReview implements LaunchDestination {

	@Override
	public boolean answers(CurrentLaunch launch) {
		return launch.messageType() == MessageType.SUBMISSION_REVIEW;
	}

	@Override
	public String pathFor(CurrentLaunch launch) {
		if (launch.standing().seesEveryone()) {
			return "/class/submission";
		}
		String subject = launch.user().subject();
		if (subject != null && subject.equals(launch.forUser())) {
			return "/learn/end";
		}
		throw new ToolError(LaunchRefusal.ROLE,
				Map.of("registration", launch.registration().id().value(), "standing", launch.standing().name()),
				launch.presentation().returnUrl(), null, null);
	}

}
