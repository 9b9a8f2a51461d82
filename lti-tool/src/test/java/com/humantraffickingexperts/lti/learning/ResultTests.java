package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultTests {

	@ParameterizedTest
	@CsvSource({ "8, 10, 80.00, true", "799, 1000, 79.90, false", "15999, 20000, 80.00, true",
			"159989, 200000, 79.99, false", "2, 3, 66.67, false", "0, 5, 0.00, false", "5, 5, 100.00, true" })
	void thePassMarkIsComparedWithWhatIsShown(int earned, int maximum, String percent, boolean passed) {
		Mark mark = new Mark(Fraction.of(earned, 1), BigDecimal.valueOf(maximum));
		Result result = Result.of(List.of(mark), BigDecimal.valueOf(80));
		assertThat(result.percent()).isEqualTo(percent);
		assertThat(result.passed()).isEqualTo(passed);
	}

	@Test
	void thirdsReachThePassMarkThatRoundedThirdsWouldMiss() {
		// Exactly 79.995 %, which rounds up; a third cut off at any place falls below it.
		Mark third = new Mark(Fraction.of(1, 3).times(new BigDecimal("0.7999")), new BigDecimal("0.3333"));
		Mark rest = new Mark(Fraction.whole(new BigDecimal("0.00005")), new BigDecimal("0.0001"));
		Result result = Result.of(Stream.of(third, third, third, rest).toList(), BigDecimal.valueOf(80));
		assertThat(result.percent()).isEqualTo("80.00");
		assertThat(result.passed()).isTrue();
	}

	@Test
	void nothingToEarnIsNothingEarned() {
		assertThat(Result.of(List.of(), BigDecimal.valueOf(80)).passed()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "66.67, 100, 66.67", "66.67, 10, 6.667", "100.00, 30, 30", "0.00, 100, 0", "80.00, 100, 80" })
	void pointsAreThePercentageOfTheColumn(String percent, int maximum, String given) {
		Points points = Result.points(new BigDecimal(percent), maximum);
		assertThat(points.given().toPlainString()).isEqualTo(given);
		assertThat(points.maximum()).isEqualByComparingTo(BigDecimal.valueOf(maximum));
	}

}
