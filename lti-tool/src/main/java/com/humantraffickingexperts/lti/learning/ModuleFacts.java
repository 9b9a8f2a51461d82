package com.humantraffickingexperts.lti.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ContentNotice;

/**
 * What everybody is told before a module.
 *
 * @param title the module's title
 * @param summary what it is about
 * @param language the language of the content
 * @param objectives what one is able to do afterwards
 * @param minutes about how long it takes
 * @param lawStatedAsAt up to which day the law was seen
 * @param draft whether it was not reviewed yet
 * @param notices what may distress
 * @param equivalents whether there are pages to read instead of those that may distress
 */
record ModuleFacts(String title, String summary, String language, List<String> objectives, int minutes,
		LocalDate lawStatedAsAt, boolean draft, List<String> notices, boolean equivalents) {

	/** The catalogue has one object for a module. */
	private static final Cache<CoursePackage, ModuleFacts> KNOWN = Caffeine.newBuilder().weakKeys().build();

	static ModuleFacts of(CoursePackage module) {
		return KNOWN.get(module, ModuleFacts::read);
	}

	private static ModuleFacts read(CoursePackage module) {
		return new ModuleFacts(module.title(), module.summary(), module.language(),
				module.objectives().stream().map(CoursePackage.Objective::text).toList(), module.learningMinutes(),
				module.lawStatedAsAt(), SupportView.draft(module), notices(module.contentNotices()),
				module.pages().values().stream().anyMatch((page) -> page.instead() != null));
	}

	static List<String> notices(List<ContentNotice> notices) {
		return notices.stream().map(ContentNotice::note).flatMap(Stream::ofNullable).toList();
	}

}
