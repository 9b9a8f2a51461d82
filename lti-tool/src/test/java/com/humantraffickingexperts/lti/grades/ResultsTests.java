package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.learning.Points;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[] | false", "[{'userId':'u1','resultScore':4,'resultMaximum':10}] | true",
			"[{'userId':'u1','resultScore':0.4}] | true", "[{'userId':'u1','resultScore':null}] | false",
			"[{'userId':'u1'}] | false", "[{'userId':'u1','resultScore':5,'resultMaximum':10,'comment':null}] | false",
			"[{'userId':'u1','resultScore':33.33333,'resultMaximum':83.333}] | true",
			"[{'userId':'u1','resultScore':4,'resultMaximum':0}] | false",
			"{'userId':'u1','resultScore':4,'resultMaximum':10} | true" })
	void areComparedOnTheirOwnScale_AGS_138(String body, boolean expected) {
		assertThat(holds(body, "4")).contains(expected);
	}

	@Test
	void ofOtherPeopleAreNotTakenForOnesOwn_AGS_149() {
		assertThat(holds("[{'userId':'u2','resultScore':4,'resultMaximum':10}]", "4")).contains(false);
		assertThat(holds("[{'userId':'u2','resultScore':1},{'userId':'u1','resultScore':0.4}]", "4")).contains(true);
		assertThat(holds("[{'userId':'U1','resultScore':0.4}]", "4")).contains(false);
	}

	@Test
	void ofZeroAreResults() {
		assertThat(holds("[{'userId':'u1','resultScore':0,'resultMaximum':10}]", "0")).contains(true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>", "\"text\"", "12" })
	void thatCannotBeReadSayNothing(String body) {
		assertThat(holds(body, "4")).isEmpty();
	}

	private static Optional<Boolean> holds(String body, String given) {
		return Results.holds(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "u1",
				new Points(new BigDecimal(given), BigDecimal.TEN));
	}

}
