package com.humantraffickingexperts.lti.learning;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.people.UserId;

/** Takes the wish to read with or without pictures, and without what may distress. */
@Controller
class ReadingController {

	private static final Pattern WITHIN = Pattern.compile("(/[a-z0-9-]+)*");

	private final Visits visits;

	private final Readings readings;

	ReadingController(Visits visits, Readings readings) {
		this.visits = visits;
		this.readings = readings;
	}

	@PostMapping("/launches/{launch}/learn/reading")
	ModelAndView read(CurrentLaunch launch, @RequestParam(required = false) @Nullable Boolean textOnly,
			@RequestParam(required = false) @Nullable Boolean equivalents,
			@RequestParam(defaultValue = "") String back) {
		Visit visit = this.visits.of(launch);
		UserId user = launch.user().id();
		if (textOnly != null) {
			this.readings.textOnly(user, textOnly);
		}
		if (equivalents != null) {
			this.readings.equivalents(user, equivalents);
		}
		return LearnerPages.seeOther(safe(visit, back));
	}

	/** Only pages of this module: no form may lead anywhere else. */
	private static String safe(Visit visit, String back) {
		String entrance = visit.path("");
		boolean within = back.startsWith(entrance) && WITHIN.matcher(back.substring(entrance.length())).matches();
		return within ? back : entrance;
	}

}
