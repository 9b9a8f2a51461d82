package com.humantraffickingexperts.lti.learning;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The switches for how one reads.
 *
 * @param textOnly whether pictures are told in words
 * @param equivalents whether pages that may distress are replaced
 * @param path where a switch is sent
 * @param back the page to come back to
 */
record ReadingView(boolean textOnly, boolean equivalents, String path, String back) {

	static ReadingView of(Visit visit) {
		return new ReadingView(visit.reading().textOnly(), visit.reading().equivalents(), visit.path("/reading"),
				here(visit));
	}

	/** The page that is being shown. */
	static String here(Visit visit) {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? request.getRequest().getRequestURI() : visit.path("");
	}

}
