package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact share. A third of a point stays a third until a person reads it: rounded sums
 * of thirds can miss a pass mark that the answers reach.
 *
 * @param numerator above or equal to zero
 * @param denominator above zero
 */
record Fraction(BigDecimal numerator, BigDecimal denominator) {

	static final Fraction ZERO = new Fraction(BigDecimal.ZERO, BigDecimal.ONE);

	Fraction {
		if (denominator.signum() <= 0) {
			throw new IllegalArgumentException("a denominator is above zero");
		}
	}

	static Fraction whole(BigDecimal value) {
		return new Fraction(value, BigDecimal.ONE);
	}

	static Fraction of(int numerator, int denominator) {
		return new Fraction(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
	}

	Fraction plus(Fraction other) {
		if (this.denominator.compareTo(other.denominator) == 0) {
			return new Fraction(this.numerator.add(other.numerator), this.denominator);
		}
		return new Fraction(this.numerator.multiply(other.denominator).add(other.numerator.multiply(this.denominator)),
				this.denominator.multiply(other.denominator));
	}

	Fraction times(BigDecimal factor) {
		return new Fraction(this.numerator.multiply(factor), this.denominator);
	}

	Fraction over(BigDecimal divisor) {
		return new Fraction(this.numerator, this.denominator.multiply(divisor));
	}

	boolean above(Fraction other) {
		return this.numerator.multiply(other.denominator).compareTo(other.numerator.multiply(this.denominator)) > 0;
	}

	BigDecimal rounded(int scale) {
		return this.numerator.divide(this.denominator, scale, RoundingMode.HALF_UP);
	}

}
