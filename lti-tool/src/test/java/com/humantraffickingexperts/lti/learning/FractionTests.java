package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FractionTests {

	@Test
	void threeThirdsAreOne() {
		Fraction third = Fraction.of(1, 3);
		assertThat(third.plus(third).plus(third).rounded(20)).isEqualByComparingTo(BigDecimal.ONE);
	}

	@Test
	void sumsAgreeWithIntegersWhateverTheDenominators() {
		RandomGenerator random = new Random(20261124);
		for (int round = 0; round < 2_000; round++) {
			Fraction sum = Fraction.ZERO;
			BigInteger common = BigInteger.valueOf(2520);
			BigInteger expected = BigInteger.ZERO;
			for (int part = random.nextInt(1, 12); part > 0; part--) {
				int denominator = random.nextInt(1, 11);
				int numerator = random.nextInt(0, denominator + 1);
				sum = sum.plus(Fraction.of(numerator, denominator));
				expected = expected
					.add(common.divide(BigInteger.valueOf(denominator)).multiply(BigInteger.valueOf(numerator)));
			}
			assertThat(sum.rounded(6))
				.isEqualByComparingTo(new BigDecimal(expected).divide(new BigDecimal(common), 6, RoundingMode.HALF_UP));
		}
	}

	@Test
	void nothingIsDividedByNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> Fraction.of(1, 0));
	}

}
