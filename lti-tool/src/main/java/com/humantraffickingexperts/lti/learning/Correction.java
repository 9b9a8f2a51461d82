package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an erratum made of the result of a try: a row of {@code regrade}. It is kept also
 * where nothing rose, so that nobody looks again.
 *
 * @param erratum our name for the erratum
 * @param question the id of the question that it is about
 * @param reason why, in the words of the module
 * @param from the percentage before
 * @param to the percentage afterwards, never less
 * @param at when it was marked again
 */
record Correction(String erratum, String question, String reason, BigDecimal from, BigDecimal to, Instant at) {

	boolean raised() {
		return this.to.compareTo(this.from) > 0;
	}

}
