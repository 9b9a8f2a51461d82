package com.humantraffickingexperts.lti.launch;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * Answers the messages for which the tool has no pages of its own with one that says what
 * to do instead. It shows nothing about anybody. Learners have no business with these
 * messages: theirs are refused, lest they be taken for launches of a module.
 *
 * @see <a href="https://www.imsglobal.org/spec/lti-ags/v2p0#submission-review">Submission
 * Review 1.0</a>
 */
@Controller
class MessageNotes implements LaunchDestination {

	@Override
	public boolean answers(CurrentLaunch launch) {
		return switch (launch.messageType()) {
			case SUBMISSION_REVIEW -> launch.standing().seesEveryone();
			case DATA_PRIVACY -> launch.standing() != Standing.LEARNER;
			case RESOURCE_LINK, DEEP_LINKING -> false;
		};
	}

	@Override
	public String pathFor(CurrentLaunch launch) {
		return "/message";
	}

	@GetMapping("/launches/{launch}/message")
	String note(CurrentLaunch launch, Model model) {
		if (!answers(launch)) {
			throw new ToolError(WebErrorCode.NOT_FOUND);
		}
		model.addAttribute("note",
				(launch.messageType() == MessageType.DATA_PRIVACY) ? "launch.privacy" : "launch.review");
		model.addAttribute("returnUrl", launch.presentation().returnUrl());
		return "launch/message";
	}

}
