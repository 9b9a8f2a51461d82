package com.humantraffickingexperts.lti.learning;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;

/**
 * The page before a module.
 *
 * @param title the module's title
 * @param language the language of the content
 * @param name who is signed in, or null when the platform does not share names
 * @param named whether the platform says who it is
 * @param grade what becomes of the grade
 * @param started whether there is something to continue
 * @param last where the learner was last, or null
 * @param completed whether the module is complete
 * @param contents the parts, with what is done of them; null before anything was started
 * @param path where the one button leads
 */
record EntranceView(String title, String language, @Nullable String name, boolean named, GradeView grade,
		boolean started, @Nullable PlaceView last, boolean completed, @Nullable Contents contents, String path) {

	static EntranceView of(Visit visit, @Nullable Reached reached, GradeView grade) {
		Attempt attempt = (reached != null) ? reached.attempt() : null;
		Progress progress = (reached != null) ? reached.progress() : Progress.NONE;
		CoursePackage module = visit.module();
		return new EntranceView(module.title(), module.language(), visit.launch().user().name(),
				!visit.launch().user().anonymous(), grade, attempt != null, last(visit, attempt, progress),
				attempt != null && attempt.completed(), (attempt != null) ? Contents.of(visit, progress) : null,
				visit.path(""));
	}

	/** Shows something else instead of the name. */
	EntranceView withName(String instead) {
		return new EntranceView(this.title, this.language, instead, this.named, this.grade, this.started, this.last,
				this.completed, this.contents, this.path);
	}

	private static @Nullable PlaceView last(Visit visit, @Nullable Attempt attempt, Progress progress) {
		LastPlace last = (attempt != null) ? attempt.last() : null;
		return (last == null) ? null : PlaceView.of(visit, progress, last.place()).orElse(null);
	}

}
