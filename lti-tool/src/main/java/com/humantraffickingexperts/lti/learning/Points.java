package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;

/**
 * What a learner earned, before it becomes a score. Exact.
 *
 * @param given the points earned, from zero to the maximum
 * @param maximum the points that can be earned, above zero
 */
public record Points(BigDecimal given, BigDecimal maximum) {

	public Points {
		if (maximum.signum() <= 0 || given.signum() < 0 || given.compareTo(maximum) > 0) {
			throw new IllegalArgumentException("points out of range");
		}
	}

}
