package com.humantraffickingexperts.lti.inspector;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.LaunchStep;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.web.Guides;

/**
 * The page of one login or launch.
 *
 * @param row what the list shows of it
 * @param registrationPath the page of its registration; null when it is unknown
 * @param steps the steps that were begun
 * @param unreached how many steps were not begun
 * @param family the platform's product, in lower case
 * @param guide the section of the platform's guide that says more
 * @param record the record itself
 */
record LaunchPageView(LaunchRow row, @Nullable String registrationPath, List<Step> steps, int unreached, String family,
		Guides.Section guide, LaunchRecord record) {

	static LaunchPageView of(LaunchRecord record, @Nullable Registration registration, Guides guides) {
		List<LaunchStep> begun = new ArrayList<>(record.details().steps());
		boolean launch = begun.contains(LaunchStep.ANSWER);
		if (launch && begun.contains(LaunchStep.REGISTRATION)) {
			begun.addFirst(LaunchStep.LOGIN);
		}
		List<Step> steps = new ArrayList<>();
		for (int i = 0; i < begun.size(); i++) {
			steps.add(new Step(begun.get(i), record.accepted() || i < begun.size() - 1));
		}
		long all = launch ? LaunchStep.values().length
				: Arrays.asList(LaunchStep.LOGIN, LaunchStep.REGISTRATION, LaunchStep.ADDRESS).size();
		PlatformFamily family = family(registration);
		String page = (family == PlatformFamily.GENERIC) ? "errors.md"
				: "platforms/" + family.name().toLowerCase(Locale.ROOT) + ".md";
		return new LaunchPageView(LaunchRow.of(record, registration),
				(registration == null) ? null : "/admin/registrations/" + registration.id(), steps,
				record.accepted() ? 0 : (int) Math.max(0, all - begun.stream().distinct().count()),
				family.name().toLowerCase(Locale.ROOT), guides.section(page,
						(family == PlatformFamily.GENERIC) ? "login-and-launch" : "when-something-is-wrong"),
				record);
	}

	private static PlatformFamily family(@Nullable Registration registration) {
		PlatformFamily family = (registration == null) ? null : registration.family();
		return (family == null) ? PlatformFamily.GENERIC : family;
	}

	/** When it was, in UTC. */
	ZonedDateTime at() {
		return this.row.at();
	}

	/**
	 * A step.
	 *
	 * @param name what was looked at
	 * @param passed whether it was passed
	 */
	record Step(LaunchStep name, boolean passed) {
	}

}
