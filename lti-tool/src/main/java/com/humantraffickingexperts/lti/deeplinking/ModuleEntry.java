package com.humantraffickingexperts.lti.deeplinking;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ContentNotice;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Objective;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Status;

/**
 * A module in the list.
 *
 * @param id its id
 * @param title its title
 * @param summary what it is about
 * @param language the language of its content, a language tag
 * @param minutes about how long it takes
 * @param level how deep it goes; a key of the messages
 * @param audience for whom it is; keys of the messages
 * @param jurisdictions whose law it states; keys of the messages
 * @param lawStatedAsAt the day up to which the law was seen
 * @param review how far its review has come
 * @param lastReviewed the day of the last review, or null
 * @param notices what may distress; keys of the messages
 * @param graded whether it has a grade
 * @param searched what a search looks at, in lower case
 * @param chosen whether it is chosen
 */
record ModuleEntry(String id, String title, String summary, String language, int minutes, String level,
		List<String> audience, List<String> jurisdictions, LocalDate lawStatedAsAt, Review review,
		@Nullable LocalDate lastReviewed, List<String> notices, boolean graded, String searched, boolean chosen) {

	static ModuleEntry of(CoursePackage module, boolean chosen) {
		return new ModuleEntry(module.id(), module.title(), module.summary(), module.language(),
				module.learningMinutes(), module.level(), module.audience(), module.jurisdictions(),
				module.lawStatedAsAt(), Review.of(module), module.lastReviewed(),
				module.contentNotices().stream().map(ContentNotice::code).distinct().toList(), module.grading() != null,
				searched(module), chosen);
	}

	private static String searched(CoursePackage module) {
		return Stream
			.concat(Stream.of(module.title(), module.summary()), module.objectives().stream().map(Objective::text))
			.collect(Collectors.joining(" "))
			.toLowerCase(Locale.ROOT);
	}

	/**
	 * The language's name.
	 * @param locale in which language to name it
	 * @return for instance {@code English (United Kingdom)}
	 */
	public String languageName(Locale locale) {
		return Locale.forLanguageTag(this.language).getDisplayName(locale);
	}

	/** How far the review of a module has come. */
	enum Review {

		/** Nobody has reviewed it. */
		DRAFT,
		/** It is with its reviewers. */
		IN_REVIEW,
		/** It was approved. */
		APPROVED;

		static Review of(CoursePackage module) {
			if (module.status() == Status.APPROVED) {
				return APPROVED;
			}
			return (module.status() == Status.IN_REVIEW) ? IN_REVIEW : DRAFT;
		}

	}

}
