package com.humantraffickingexperts.lti.learning;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/** The pages to read. Opening one is what counts as having read it. */
@Controller
class PageController {

	private final Visits visits;

	private final Player player;

	PageController(Visits visits, Player player) {
		this.visits = visits;
		this.player = player;
	}

	@GetMapping("/launches/{launch}/learn/pages/{page}")
	ModelAndView page(CurrentLaunch launch, @PathVariable String page) {
		Visit visit = this.visits.of(launch);
		PageView view = PageView.of(visit, page).orElseThrow(() -> new ToolError(WebErrorCode.NOT_FOUND));
		Attempt attempt = this.player.find(visit).orElse(null);
		if (attempt == null) {
			return LearnerPages.seeOther(visit.path(""));
		}
		Progress progress = this.player.progress(attempt);
		this.player.open(visit, attempt, progress, page);
		return LearnerPages.page(visit, attempt, progress, Place.of(new PageItem(page)), "page", view);
	}

}
