package com.humantraffickingexperts.lti.ledger;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import com.humantraffickingexperts.lti.grades.Reconciliation.Reading;

/**
 * What came of the last reading of a gradebook.
 *
 * @param at when it ended
 * @param compared how many grades were compared
 * @param drifted how many were held otherwise
 * @param mended how many of these were sent again
 * @param unread how many columns could not be read
 */
record ReadingView(ZonedDateTime at, int compared, int drifted, int mended, int unread) {

	static ReadingView of(Reading reading) {
		return new ReadingView(reading.at().atZone(ZoneOffset.UTC), reading.compared(), reading.drifted(),
				reading.mended(), reading.unread());
	}

}
