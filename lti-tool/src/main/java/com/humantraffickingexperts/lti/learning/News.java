package com.humantraffickingexperts.lti.learning;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;

/**
 * What a learner is told about versions of a module.
 *
 * @param kind what there is to tell
 * @param version the version that it is about
 * @param changes what it changed, in plain sentences
 * @param path where the answer is sent; null where there is nothing to decide
 */
record News(Kind kind, String version, List<String> changes, @Nullable String path) {

	/**
	 * Decides whether there is something to tell.
	 * @param visit the visit, in the release in which the attempt goes on
	 * @param attempt its attempt
	 * @param newest the module as the catalogue has it
	 * @return the news; null when there are none
	 */
	static @Nullable News of(Visit visit, Attempt attempt, CoursePackage newest) {
		String here = visit.module().version();
		String from = attempt.updatedFrom();
		Update ahead = Update.between(here, newest.version());
		if (!here.equals(newest.version()) && ahead != Update.PATCH) {
			return new News(Kind.of(ahead, attempt.completed()), newest.version(),
					newest.upkeep().changed(here, newest.version()),
					ahead.mayBeChosen(attempt.completed()) ? visit.path("/update") : null);
		}
		return (from == null) ? null
				: new News(Kind.UPDATED, here, visit.module().upkeep().changed(from, here), visit.path("/update"));
	}

	/** What there is to tell. */
	enum Kind {

		/** The module was updated since the learner began. */
		UPDATED,
		/** There is a newer version, to which the learner may move now. */
		NEWER,
		/**
		 * There is a newer version in which something else is right; the learner may stay
		 * for a while, or begin its checks anew.
		 */
		OTHER,
		/** There is one, and what the learner completed stays completed. */
		SETTLED;

		private static Kind of(Update ahead, boolean completed) {
			if (ahead == Update.MINOR) {
				return NEWER;
			}
			return completed ? SETTLED : OTHER;
		}

	}

}
