package com.humantraffickingexperts.lti.learning;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * Takes the wish to move to the newer version, and notes that an update was seen.
 */
@Controller
class UpdateController {

	private final Visits visits;

	UpdateController(Visits visits) {
		this.visits = visits;
	}

	@PostMapping("/launches/{launch}/learn/update")
	ModelAndView update(CurrentLaunch launch) {
		Visit visit = this.visits.of(launch);
		this.visits.update(visit);
		return LearnerPages.seeOther(visit.path(""));
	}

}
