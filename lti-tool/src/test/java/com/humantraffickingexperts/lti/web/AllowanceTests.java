package com.humantraffickingexperts.lti.web;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AllowanceTests {

	@Test
	void whoeverHasUsedItUpIsToldWhenToComeBack() {
		Allowance allowance = new Allowance(3);
		for (int i = 0; i < 3; i++) {
			allowance.use("a");
		}
		assertThatExceptionOfType(ToolError.class).isThrownBy(() -> allowance.use("a")).satisfies((error) -> {
			assertThat(error.code()).isEqualTo(WebErrorCode.TOO_MANY);
			assertThat(error.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(61));
		});
	}

	@Test
	void othersHaveTheirOwn() {
		Allowance allowance = new Allowance(1);
		allowance.use("a");
		allowance.use("b");
		assertThatExceptionOfType(ToolError.class).isThrownBy(() -> allowance.use("b"));
	}

}
