package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
			value = { "30|30", " 30 |30", "030|30", "30.0|30", ".5|0.5", "1,250|1250", "1,250,000.75|1250000.75",
					"12 500|12500", "12\u00a0500|12500", "12\u202f500|12500", "1'250|1250", "1\u2019250|1250",
					"£1,250|1250", "£ 5|5", "-£5|-5", "-5|-5", "\u22125|-5", "+5|5", "\uff13\uff10|30",
					"\u0663\u0660|30", "0|0", "1250000|1250000" })
	void isReadAsPeopleWriteIt(String typed, BigDecimal number) {
		assertThat(NumberText.parse(typed, null))
			.hasValueSatisfying((read) -> assertThat(read).isEqualByComparingTo(number));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "thirty", "1,5", "1,25,000", "1.250.000", "12,3456", ",500", "1 25", "1,250 000",
			"5.", ".", "£", "-", "--5", "5-", "1e3", "0x1f", "NaN", "Infinity", "30 days", "5 5", "1234567,000",
			"99999999999999999999999999999999999999999" })
	void whatCouldMeanSomethingElseIsNoNumber(String typed) {
		assertThat(NumberText.parse(typed, null)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "30 days, days", "30days, days", "30 DAYS, days", "30, days", "45%, %", "£45, £", "45£, £" })
	void theUnitMayBeTypedToo(String typed, @Nullable String unit) {
		assertThat(NumberText.parse(typed, unit)).isPresent();
	}

	@Test
	void theUnitAloneOrAnotherUnitIsNoNumber() {
		assertThat(NumberText.parse("days", "days")).isEmpty();
		assertThat(NumberText.parse("30 weeks", "days")).isEmpty();
	}

	@Test
	void everyNumberIsReadBackExactlyHoweverItIsGrouped() {
		RandomGenerator random = new Random(11);
		for (int round = 0; round < 5_000; round++) {
			BigDecimal number = BigDecimal.valueOf(random.nextLong(-999_999_999_999L, 999_999_999_999L),
					random.nextInt(0, 7));
			String grouped = String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
			for (String typed : new String[] { number.toPlainString(), grouped, grouped.replace(',', ' '),
					grouped.replace(",", "\u202f"), grouped.replace("-", "\u2212") }) {
				assertThat(NumberText.parse(typed, null)).as(typed)
					.hasValueSatisfying((read) -> assertThat(read).isEqualByComparingTo(number));
			}
		}
	}

}
