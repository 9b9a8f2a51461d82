package com.humantraffickingexperts.lti.learning;

import java.util.Objects;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;
import com.humantraffickingexperts.lti.catalog.Scenario;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * The scenarios of a module. There is one address for each, which shows where the learner
 * is: the back button, a reload or a second tab cannot lead anywhere else.
 */
@Controller
@RequestMapping("/launches/{launch}/learn/scenarios/{scenario}")
class ScenarioController {

	private final Visits visits;

	private final Player player;

	ScenarioController(Visits visits, Player player) {
		this.visits = visits;
		this.player = player;
	}

	@GetMapping
	ModelAndView scenario(CurrentLaunch launch, @PathVariable String scenario) {
		Visit visit = this.visits.of(launch);
		return at(visit, scenario, (attempt, here) -> {
			this.player.arrive(visit, attempt, Place.of(new ScenarioItem(scenario)));
			return page(visit, attempt, here, null);
		});
	}

	@PostMapping
	ModelAndView decide(CurrentLaunch launch, @PathVariable String scenario,
			@RequestParam MultiValueMap<String, String> sent) {
		Visit visit = this.visits.of(launch);
		return at(visit, scenario, (attempt, here) -> {
			ScenarioForm form = ScenarioForm.of(sent);
			if (form.again()) {
				this.player.walkAgain(visit, here, form.walk());
			}
			else if (form.choice().isEmpty()) {
				ModelAndView again = page(visit, attempt, here, AnswerForm.Problem.DECIDE);
				again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
				return again;
			}
			else {
				this.player.decide(visit, here, form.walk(), form.step(), form.choice());
			}
			return LearnerPages.seeOther(Contents.path(visit, new ScenarioItem(scenario)) + "#story");
		});
	}

	private ModelAndView page(Visit visit, Attempt attempt, Scenario scenario, AnswerForm.@Nullable Problem problem) {
		return LearnerPages.page(visit, attempt, this.player.progress(attempt),
				Place.of(new ScenarioItem(scenario.id())), "scenario",
				ScenarioView.of(visit, scenario, this.player.walk(attempt, scenario), problem));
	}

	private ModelAndView at(Visit visit, String id, BiFunction<Attempt, Scenario, ModelAndView> page) {
		if (!visit.module().items().contains(new ScenarioItem(id))) {
			throw new ToolError(WebErrorCode.NOT_FOUND);
		}
		Attempt attempt = this.player.find(visit).orElse(null);
		return (attempt == null) ? LearnerPages.seeOther(visit.path(""))
				: page.apply(attempt, Objects.requireNonNull(visit.module().scenarios().get(id)));
	}

}
