package com.humantraffickingexperts.lti.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ContentNotice;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Helpline;

/**
 * The page before a module.
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
 * @param helplines whom to call
 * @param name who is signed in, or null when the platform does not share names
 * @param named whether the platform says who it is
 * @param grade what becomes of the grade
 * @param started whether there is something to continue
 * @param last where the learner was last, or null
 * @param completed whether the module is complete
 * @param contents the parts, with what is done of them
 * @param path where the one button leads
 */
record EntranceView(String title, String summary, String language, List<String> objectives, int minutes,
		LocalDate lawStatedAsAt, boolean draft, List<String> notices, boolean equivalents, List<Helpline> helplines,
		@Nullable String name, boolean named, GradeView grade, boolean started, @Nullable PlaceView last,
		boolean completed, Contents contents, String path) {

	static EntranceView of(Visit visit, @Nullable Reached reached, GradeView grade) {
		Attempt attempt = (reached != null) ? reached.attempt() : null;
		Progress progress = (reached != null) ? reached.progress() : Progress.NONE;
		CoursePackage module = visit.module();
		return new EntranceView(module.title(), module.summary(), module.language(),
				module.objectives().stream().map(CoursePackage.Objective::text).toList(), module.learningMinutes(),
				module.lawStatedAsAt(), SupportView.draft(module), notices(module.contentNotices()),
				module.pages().values().stream().anyMatch((page) -> page.instead() != null), module.helplines(),
				visit.launch().user().name(), !visit.launch().user().anonymous(), grade, attempt != null,
				last(visit, attempt, progress), attempt != null && attempt.completed(), Contents.of(visit, progress),
				visit.path(""));
	}

	private static @Nullable PlaceView last(Visit visit, @Nullable Attempt attempt, Progress progress) {
		LastPlace last = (attempt != null) ? attempt.last() : null;
		return (last == null) ? null : PlaceView.of(visit, progress, last.place()).orElse(null);
	}

	static List<String> notices(List<ContentNotice> notices) {
		return notices.stream().map(ContentNotice::note).flatMap(Stream::ofNullable).toList();
	}

}
