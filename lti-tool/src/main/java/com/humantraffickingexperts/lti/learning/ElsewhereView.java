package com.humantraffickingexperts.lti.learning;

import org.jspecify.annotations.Nullable;

/**
 * The offer to go on where one went on elsewhere, on a page that lies behind.
 *
 * @param there where the learner went on
 * @param here the key of this place's item
 * @param question which question this is; null outside the questions of a check
 * @param stayPath where the wish to stay is sent
 */
record ElsewhereView(PlaceView there, String here, @Nullable Integer question, String stayPath) {

	/**
	 * Decides whether there is something to offer.
	 * @param visit the visit
	 * @param attempt the attempt, as it was before this request
	 * @param progress what was done so far
	 * @param here the place that was asked for
	 * @return the offer; null when there is none
	 */
	static @Nullable ElsewhereView of(Visit visit, Attempt attempt, Progress progress, Place here) {
		LastPlace last = attempt.last();
		if (last == null || !attempt.aheadElsewhere(visit, here)) {
			return null;
		}
		return PlaceView.of(visit, progress, last.place())
			.map((there) -> new ElsewhereView(there, here.key(), here.question(), visit.path("/place")))
			.orElse(null);
	}

}
