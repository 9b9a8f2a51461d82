package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;

/**
 * What an answer to one question earned.
 *
 * @param earned from zero to the maximum
 * @param maximum what a right answer is worth
 */
record Mark(Fraction earned, BigDecimal maximum) {

	Verdict verdict() {
		if (this.earned.numerator().signum() == 0) {
			return Verdict.WRONG;
		}
		boolean full = this.earned.numerator().compareTo(this.maximum.multiply(this.earned.denominator())) == 0;
		return full ? Verdict.RIGHT : Verdict.PARTLY;
	}

	/** How good an answer is, in one word. */
	enum Verdict {

		RIGHT, PARTLY, WRONG

	}

}
