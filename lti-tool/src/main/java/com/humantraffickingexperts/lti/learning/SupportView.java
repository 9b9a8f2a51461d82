package com.humantraffickingexperts.lti.learning;

import java.util.List;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Helpline;

/**
 * The quiet row above every page: help, a pause, a way out, and what is special here.
 *
 * @param helplines whom to call
 * @param pausePath the page to which one may go at any time
 * @param draft whether the module was not reviewed yet
 * @param preview whether nothing reaches a gradebook
 */
record SupportView(List<Helpline> helplines, String pausePath, boolean draft, boolean preview) {

	static SupportView of(Visit visit) {
		return new SupportView(visit.module().helplines(), visit.path("/pause"), draft(visit.module()),
				visit.preview());
	}

	static boolean draft(CoursePackage module) {
		return module.status() != CoursePackage.Status.APPROVED;
	}

}
