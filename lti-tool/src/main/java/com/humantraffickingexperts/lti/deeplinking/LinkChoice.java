package com.humantraffickingexperts.lti.deeplinking;

import java.time.Clock;
import java.util.Objects;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/** Makes the choice for an activity that is in the course already. */
@Component
class LinkChoice {

	private final JdbcModuleChoices choices;

	private final Clock clock;

	LinkChoice(JdbcModuleChoices choices, Clock clock) {
		this.choices = choices;
		this.clock = clock;
	}

	ModelAndView choose(CurrentLaunch launch, String module) {
		this.choices.choose(launch, Objects.requireNonNull(launch.link()), module, this.clock.instant());
		return leave(launch);
	}

	/** To what the activity opens, which the page before a module knows. */
	ModelAndView leave(CurrentLaunch launch) {
		RedirectView redirect = new RedirectView(launch.path("/learn"));
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		redirect.setExpandUriTemplateVariables(false);
		return new ModelAndView(redirect);
	}

}
