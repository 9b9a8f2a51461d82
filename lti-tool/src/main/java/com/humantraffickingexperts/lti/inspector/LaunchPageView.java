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

/**
 * The page of one login or launch.
 *
 * @param row what the list shows of it
 * @param registrationPath the page of its registration; null when it is unknown
 * @param steps the steps that were begun
 * @param unreached how many steps were not begun
 * @param guide the section of the documentation that says more
 * @param record the record itself
 */
record LaunchPageView(LaunchRow row, @Nullable String registrationPath, List<Step> steps, int unreached, String guide,
		LaunchRecord record) {

	static LaunchPageView of(LaunchRecord record, @Nullable Registration registration) {
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
		return new LaunchPageView(LaunchRow.of(record, registration),
				(registration == null) ? null : "/admin/registrations/" + registration.id(), steps,
				record.accepted() ? 0 : (int) Math.max(0, all - begun.stream().distinct().count()), guide(registration),
				record);
	}

	private static String guide(@Nullable Registration registration) {
		PlatformFamily family = (registration == null) ? null : registration.family();
		return (family == null || family == PlatformFamily.GENERIC) ? "/admin/help/errors#login-and-launch"
				: "/admin/help/" + family.name().toLowerCase(Locale.ROOT) + "#when-something-is-wrong";
	}

	/** When it was, in UTC. */
	public ZonedDateTime at() {
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
