package com.humantraffickingexperts.lti.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A publication of the resource library. All texts are plain words, without markup.
 *
 * @param id its id
 * @param kind what kind of publication it is
 * @param title its title
 * @param author who wrote it
 * @param publisher who published it
 * @param date when it came out: a year, a month as {@code 2020-06}, or a day
 * @param summary what it says
 * @param since what has changed since, the most important first
 * @param corrections what is often said about it and is wrong
 * @param citation how to cite it
 * @param url where to read it, or null when no address is known
 */
public record Resource(String id, Kind kind, String title, String author, String publisher, String date, String summary,
		List<String> since, List<String> corrections, String citation, @Nullable String url) {

	/** What kind of publication it is. */
	public enum Kind {

		/** A report. */
		REPORT,
		/** Statistics. */
		STATISTICS,
		/** Guidance of an authority. */
		GUIDANCE,
		/** An evaluation of a service or a law. */
		EVALUATION,
		/** An article. */
		ARTICLE,
		/** Something to work with, such as a form or a checklist. */
		TOOL

	}

}
