package com.humantraffickingexperts.lti.library;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.humantraffickingexperts.lti.catalog.Resource;

/**
 * A card of the library.
 *
 * @param resource what is said of the publication
 */
record Publication(Resource resource) {

	private static final int YEAR = 4;

	private static final int MONTH = 7;

	/** The card's own anchor. */
	public String anchor() {
		return "publication-" + this.resource.id();
	}

	/** Whether somebody else wrote it than published it. */
	public boolean authored() {
		return !this.resource.author().equals(this.resource.publisher());
	}

	/**
	 * When it came out, as exactly as it is known.
	 * @param day how a day is written
	 * @param locale in which language
	 * @return a year, a month or a day
	 */
	public String date(String day, Locale locale) {
		String date = this.resource.date();
		return switch (date.length()) {
			case YEAR -> date;
			case MONTH -> YearMonth.parse(date).format(DateTimeFormatter.ofPattern("LLLL uuuu", locale));
			default -> LocalDate.parse(date).format(DateTimeFormatter.ofPattern(day, locale));
		};
	}

}
