package com.humantraffickingexperts.lti.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;

/**
 * The page after the last item.
 *
 * @param title the module's title
 * @param language the language of the content
 * @param completed whether everything that is asked for is done
 * @param contents the parts, with what is done of them
 * @param grade what became of the grade
 * @param sources where to read on: what the pages rely on and what can be opened
 * @param entrancePath the page before the module
 * @param returnUrl the way back to the platform, or null
 */
record EndView(String title, String language, boolean completed, Contents contents, GradeView grade,
		List<Source> sources, String entrancePath, @Nullable String returnUrl) {

	static EndView of(Visit visit, Attempt attempt, Progress progress, GradeView grade) {
		return new EndView(visit.module().title(), visit.module().language(), attempt.completed(),
				Contents.of(visit, progress), grade, sources(visit.module()), visit.path(""),
				visit.launch().presentation().returnUrl());
	}

	private static List<Source> sources(CoursePackage module) {
		return module.items()
			.stream()
			.filter(PageItem.class::isInstance)
			.flatMap((item) -> module.page(item.id()).orElseThrow().sources().stream())
			.filter((source) -> source.url() != null)
			.collect(Collectors.toMap(Source::id, (source) -> source, (one, other) -> one, LinkedHashMap::new))
			.values()
			.stream()
			.toList();
	}

}
