package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	/**
	 * Corrections as people are told of them: what was corrected at one time is one.
	 * @param corrections what raised a result, in the order in which it did
	 * @return fewer or as many
	 */
	static List<Correction> told(List<Correction> corrections) {
		Map<Instant, Correction> told = new LinkedHashMap<>();
		corrections.forEach((correction) -> told.merge(correction.at, correction, Correction::with));
		return List.copyOf(told.values());
	}

	private Correction with(Correction next) {
		String reasons = this.reason.contains(next.reason) ? this.reason : this.reason + " " + next.reason;
		return new Correction(this.erratum, this.question, reasons, this.from, next.to, this.at);
	}

	boolean raised() {
		return this.to.compareTo(this.from) > 0;
	}

}
