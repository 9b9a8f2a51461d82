package com.humantraffickingexperts.lti.catalog.web;

import java.time.LocalDate;
import java.util.List;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ContentNotice;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Objective;

/**
 * A module's card.
 *
 * @param title its title
 * @param summary what it is about
 * @param language the language of its content
 * @param minutes about how long it takes
 * @param level how deep it goes; a key of the messages
 * @param audience for whom it is; keys of the messages
 * @param jurisdictions whose law it states; keys of the messages
 * @param lawStatedAsAt the day up to which the law was seen
 * @param version its version
 * @param draft whether nobody has approved it
 * @param objectives what a learner is able to do afterwards
 * @param notices what may distress
 */
record ModuleCard(String title, String summary, String language, int minutes, String level, List<String> audience,
		List<String> jurisdictions, LocalDate lawStatedAsAt, String version, boolean draft, List<Objective> objectives,
		List<ContentNotice> notices) {

	static ModuleCard of(CoursePackage module) {
		return new ModuleCard(module.title(), module.summary(), module.language(), module.learningMinutes(),
				module.level(), module.audience(), module.jurisdictions(), module.lawStatedAsAt(), module.version(),
				module.status() != CoursePackage.Status.APPROVED, module.objectives(), module.contentNotices());
	}

}
