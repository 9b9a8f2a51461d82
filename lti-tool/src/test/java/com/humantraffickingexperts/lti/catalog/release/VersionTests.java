package com.humantraffickingexperts.lti.catalog.release;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VersionTests {

	@Test
	void numbersAreComparedAsNumbers() {
		List<String> inOrder = List.of("0.0.9", "0.9.0", "0.10.0", "1.2.9", "1.2.10", "1.10.0", "9.0.0", "10.0.0");

		assertThat(inOrder.stream().map(Version::of).sorted().map(Version::toString)).isEqualTo(inOrder);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "1.2", "1.2.3.4", "1.2.x", "-1.2.3", "1.2.1234567" })
	void whatIsNoVersionComesBeforeAllOthers(String text) {
		assertThat(Stream.of("0.0.1", text).map(Version::of).sorted()).startsWith(Version.of(text));
	}

	@ParameterizedTest
	@CsvSource({ ">=1.2.0 <1.3.1, 1.2.0, true", ">=1.2.0 <1.3.1, 1.3.0, true", ">=1.2.0 <1.3.1, 1.3.1, false",
			">=1.2.0 <1.3.1, 1.1.99, false", ">=1.2.0 <1.3.1, 2.2.5, false", "<=1.0.0, 1.0.0, true",
			"<=1.0.0, 1.0.1, false", ">1.0.0, 1.0.0, false", ">1.0.0, 1.0.1, true", "=1.0.0, 1.0.0, true",
			"=1.0.0, 1.0.1, false", "'  >=1.0.0   <2.0.0 ', 1.5.0, true", ">=1.9.0 <1.11.0, 1.10.0, true" })
	void aRangeHoldsWhatAllItsBoundsAllow(String range, String version, boolean within) {
		assertThat(Version.within(range, version)).isEqualTo(within);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1.2.0", "about 1.2.0", ">=1.2.0 || <1.0.0", "~1.2.0" })
	void aRangeThatCannotBeReadHoldsNothing(String range) {
		assertThat(Version.within(range, "1.2.0")).isFalse();
		assertThat(Version.first(range)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ ">=1.2.0 <1.3.1, 1.2.0", ">1.2.0 <1.3.1, 1.2.1", "<1.0.0, 0.0.0", "=3.1.4, 3.1.4",
			">=1.0.0 >1.2.9 <=2.0.0, 1.2.10", ">1.0.0 >=1.5.0, 1.5.0" })
	void aRangeBeginsWithTheLeastVersionThatItHolds(String range, String first) {
		assertThat(Version.first(range)).contains(Version.of(first));
	}

	@ParameterizedTest
	@ValueSource(strings = { ">=1.3.0 <1.2.0", ">1.2.0 <1.2.1", "=1.0.0 =1.0.1", "<0.0.0", ">=1.0.0 <1.0.0" })
	void aRangeMayHoldNothing(String range) {
		assertThat(Version.first(range)).isEmpty();
	}

}
