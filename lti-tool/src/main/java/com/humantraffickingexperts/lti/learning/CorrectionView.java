package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/**
 * What raised a result after it was marked.
 *
 * @param at when
 * @param from the percentage before
 * @param to the percentage afterwards
 * @param reason why, in the language of the content
 */
record CorrectionView(ZonedDateTime at, BigDecimal from, BigDecimal to, String reason) {

	static CorrectionView of(Correction correction) {
		return new CorrectionView(correction.at().atZone(Grades.UK), Result.plain(correction.from()),
				Result.plain(correction.to()), correction.reason());
	}

}
