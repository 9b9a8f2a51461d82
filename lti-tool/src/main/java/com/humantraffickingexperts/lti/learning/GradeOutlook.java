package com.humantraffickingexperts.lti.learning;

import java.util.Set;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.launch.claims.Standing;

/**
 * What a person is told about the grade before starting. The words for each stand below
 * {@code learning.grade.outlook}.
 */
enum GradeOutlook {

	/** It goes to the gradebook. */
	SENT,
	/** The module has no grade. */
	UNGRADED,
	/** The platform offers no gradebook for this activity. */
	NO_GRADEBOOK,
	/** The person teaches here. */
	PREVIEW_TEACHER,
	/** The person has another role, or none. */
	PREVIEW_ROLE,
	/** The platform calls the person a test user. */
	PREVIEW_TEST_USER,
	/** The platform does not say who it is. */
	PREVIEW_ANONYMOUS;

	private static final String SCORES = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

	static GradeOutlook of(Visit visit) {
		CurrentLaunch launch = visit.launch();
		if (launch.user().anonymous()) {
			return PREVIEW_ANONYMOUS;
		}
		if (launch.testUser()) {
			return PREVIEW_TEST_USER;
		}
		if (launch.standing() != Standing.LEARNER) {
			return launch.standing().seesEveryone() ? PREVIEW_TEACHER : PREVIEW_ROLE;
		}
		if (visit.module().grading() == null) {
			return UNGRADED;
		}
		return takesScores(launch) ? SENT : NO_GRADEBOOK;
	}

	private static boolean takesScores(CurrentLaunch launch) {
		AgsEndpoint ags = launch.ags();
		Set<String> scopes = (ags != null) ? ags.scopes() : Set.of();
		return ags != null && scopes.contains(SCORES) && (ags.lineItem() != null || ags.lineItems() != null);
	}

}
