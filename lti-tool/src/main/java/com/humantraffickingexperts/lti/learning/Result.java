package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * What a try at an assessment earned.
 *
 * @param earned the points earned
 * @param maximum the points that could be earned
 * @param percent the share in percent, rounded half up to two decimal places
 * @param passed whether the rounded percentage reaches the pass mark
 */
record Result(BigDecimal earned, BigDecimal maximum, BigDecimal percent, boolean passed) {

	private static final int PERCENT_SCALE = 2;

	private static final int POINTS_SCALE = 10;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	static Result of(Collection<Mark> marks, BigDecimal passMark) {
		Fraction earned = Fraction.ZERO;
		BigDecimal maximum = BigDecimal.ZERO;
		for (Mark mark : marks) {
			earned = earned.plus(mark.earned());
			maximum = maximum.add(mark.maximum());
		}
		BigDecimal percent = (maximum.signum() == 0) ? BigDecimal.ZERO.setScale(PERCENT_SCALE)
				: earned.times(HUNDRED).over(maximum).rounded(PERCENT_SCALE);
		return new Result(earned.rounded(POINTS_SCALE), maximum, percent, percent.compareTo(passMark) >= 0);
	}

	/**
	 * A percentage as points of a gradebook column.
	 * @param percent from 0 to 100
	 * @param scoreMaximum the maximum of the column
	 * @return the points
	 */
	static Points points(BigDecimal percent, int scoreMaximum) {
		BigDecimal maximum = BigDecimal.valueOf(scoreMaximum);
		return new Points(plain(percent.multiply(maximum).movePointLeft(2)), maximum);
	}

	/**
	 * A number as people write it.
	 * @param number the number
	 * @return the same number without zeros that say nothing, never in powers of ten
	 */
	static BigDecimal plain(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

}
