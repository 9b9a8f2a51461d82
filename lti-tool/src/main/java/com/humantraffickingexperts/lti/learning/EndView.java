package com.humantraffickingexperts.lti.learning;

import org.jspecify.annotations.Nullable;

/**
 * The page after the last item.
 *
 * @param title the module's title
 * @param language the language of the content
 * @param completed whether everything that is asked for is done
 * @param contents the parts, with what is done of them
 * @param grade what became of the grade
 * @param entrancePath the page before the module
 * @param returnUrl the way back to the platform, or null
 */
record EndView(String title, String language, boolean completed, Contents contents, GradeView grade,
		String entrancePath, @Nullable String returnUrl) {

	static EndView of(Visit visit, Attempt attempt, Progress progress, GradeView grade) {
		return new EndView(visit.module().title(), visit.module().language(), attempt.completed(),
				Contents.of(visit, progress), grade, visit.path(""), visit.launch().presentation().returnUrl());
	}

}
