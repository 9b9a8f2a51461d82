package com.humantraffickingexperts.lti.learning;

import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * What becomes of the grade, for a page.
 *
 * @param key the key of the sentence; it takes course and platform
 * @param course the course, or null when the platform does not share its title
 * @param platform the platform's name
 * @param at since when, or null
 * @param points what is sent or was; null before there is anything to send
 */
record GradeView(String key, @Nullable String course, String platform, @Nullable ZonedDateTime at,
		@Nullable Points points) {

	static GradeView of(Visit visit, String key, @Nullable ZonedDateTime at) {
		CurrentLaunch launch = visit.launch();
		CurrentLaunch.Course context = launch.context();
		String course = (context == null) ? null : (context.title() != null) ? context.title() : context.label();
		String platform = (launch.platformName() != null) ? launch.platformName() : launch.registration().name();
		return new GradeView("learning.grade." + key, course, platform, at, null);
	}

	GradeView with(Points value) {
		return new GradeView(this.key, this.course, this.platform, this.at, value);
	}

}
