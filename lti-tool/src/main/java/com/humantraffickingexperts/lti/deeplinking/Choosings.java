package com.humantraffickingexperts.lti.deeplinking;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.deeplinking.OfferedModules.Availability;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchRefusal;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.web.ErrorCode;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/** Decides who may choose modules in a launch. */
@Component
class Choosings {

	/** Canvas waits an hour for an answer; no platform is known to wait less. */
	static final Duration OPEN = Duration.ofHours(1);

	private final OfferedModules modules;

	private final Clock clock;

	Choosings(OfferedModules modules, Clock clock) {
		this.modules = modules;
		this.clock = clock;
	}

	/**
	 * The choice that a launch is about.
	 * @param launch the launch
	 * @return the choice; whoever may not make it is refused
	 */
	Choosing of(CurrentLaunch launch) {
		DeepLinkingSettings settings = launch.deepLinking();
		return (settings != null) ? placing(launch, settings) : forLink(launch);
	}

	/**
	 * Assistants may place too: it is the platform that opened the list for them, and
	 * that decides again when the answer arrives.
	 */
	private Choosing placing(CurrentLaunch launch, DeepLinkingSettings settings) {
		if (!launch.standing().seesEveryone()) {
			throw refused(launch, LaunchRefusal.ROLE, "standing", launch.standing().name());
		}
		if (plain(settings.returnUrl().toString()) && !plain(launch.registration().issuer())) {
			throw refused(launch, LaunchRefusal.CLAIM_MALFORMED, "claim", "deep_link_return_url");
		}
		if (this.clock.instant().isAfter(launch.launchedAt().plus(OPEN))) {
			throw refused(launch, DeepLinkingError.CHOICE_ENDED, "launch", launch.id().value());
		}
		return Choosing.of(launch);
	}

	private Choosing forLink(CurrentLaunch launch) {
		if (!open(launch)) {
			throw new ToolError(WebErrorCode.NOT_FOUND);
		}
		if (launch.standing() != Standing.INSTRUCTOR) {
			throw refused(launch, LaunchRefusal.ROLE, "standing", launch.standing().name());
		}
		return Choosing.of(launch);
	}

	/** Whether the module of an activity is for teachers to choose in the tool. */
	boolean open(CurrentLaunch launch) {
		return launch.link() != null && (launch.moduleChosen() || missing(launch));
	}

	/** Whether an activity opens no module. */
	boolean missing(CurrentLaunch launch) {
		return this.modules.availability(launch.module()) != Availability.OFFERED;
	}

	private static boolean plain(String address) {
		return address.regionMatches(true, 0, "http:", 0, 5);
	}

	private static ToolError refused(CurrentLaunch launch, ErrorCode code, String fact, String value) {
		return new ToolError(code, Map.of("registration", launch.registration().id().value(), fact, value),
				launch.presentation().returnUrl(), null, null);
	}

}
