package com.humantraffickingexperts.lti.learning;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/** Takes the wish to stay here, although one went on elsewhere. */
@Controller
class PlaceController {

	private final Visits visits;

	private final Player player;

	PlaceController(Visits visits, Player player) {
		this.visits = visits;
		this.player = player;
	}

	@PostMapping("/launches/{launch}/learn/place")
	ModelAndView stay(CurrentLaunch launch, @RequestParam String item,
			@RequestParam(required = false) @Nullable Integer question) {
		Visit visit = this.visits.of(launch);
		Place here = new Place(item, question);
		Attempt attempt = this.player.find(visit).orElse(null);
		if (attempt == null) {
			return LearnerPages.seeOther(visit.path(""));
		}
		PlaceView place = PlaceView.of(visit, this.player.progress(attempt), here)
			.orElseThrow(() -> new ToolError(WebErrorCode.BAD_REQUEST));
		this.player.stay(visit, here);
		return LearnerPages.seeOther(place.path());
	}

}
