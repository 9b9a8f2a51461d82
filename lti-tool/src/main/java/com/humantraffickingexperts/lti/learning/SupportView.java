package com.humantraffickingexperts.lti.learning;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Helpline;

/**
 * The quiet row above every page: help, a pause, a way out, and what is special here.
 *
 * @param helplines whom to call
 * @param pausePath the page to which one may go at any time
 * @param draft whether the module was not reviewed yet
 * @param preview whether nothing reaches a gradebook
 * @param libraryPath the resource library, from which one comes back to this page; null
 * when there is none
 */
record SupportView(List<Helpline> helplines, String pausePath, boolean draft, boolean preview,
		@Nullable String libraryPath) {

	static SupportView of(Visit visit) {
		return new SupportView(visit.module().helplines(), visit.path("/pause"), draft(visit.module()), visit.preview(),
				libraryPath(visit));
	}

	/** The address of a session may hold its secret: the way back is told without it. */
	private static @Nullable String libraryPath(Visit visit) {
		if (!visit.library()) {
			return null;
		}
		String here = ReadingView.here(visit).substring(visit.launch().path("").length());
		return visit.launch().path("/library?from=" + UriUtils.encodeQueryParam(here, StandardCharsets.UTF_8));
	}

	static boolean draft(CoursePackage module) {
		return module.status() != CoursePackage.Status.APPROVED;
	}

}
