package com.humantraffickingexperts.lti.classes;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchRefusal;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.learning.ClassProgress;
import com.humantraffickingexperts.lti.learning.ClassProgress.Activity;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/** Who may see a class, and who may change something in it. */
final class Teachers {

	private Teachers() {
	}

	/** The activity of somebody who may see everyone in it. */
	static Activity activity(CurrentLaunch launch, ClassProgress progress) {
		if (!launch.standing().seesEveryone()) {
			throw refused(launch);
		}
		return progress.activity(launch).orElseThrow(() -> new ToolError(WebErrorCode.NOT_FOUND));
	}

	/** Assistants see everyone and change nothing. */
	static void mayAct(CurrentLaunch launch) {
		if (launch.standing() != Standing.INSTRUCTOR) {
			throw refused(launch);
		}
	}

	private static ToolError refused(CurrentLaunch launch) {
		return new ToolError(LaunchRefusal.ROLE,
				Map.of("registration", launch.registration().id().value(), "standing", launch.standing().name()),
				launch.presentation().returnUrl(), null, null);
	}

	/** Leads to another page, so that a reload does not send a form again. */
	static ModelAndView seeOther(String path) {
		RedirectView redirect = new RedirectView(path);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		redirect.setExpandUriTemplateVariables(false);
		return new ModelAndView(redirect);
	}

}
