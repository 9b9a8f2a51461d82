package com.humantraffickingexperts.lti.network;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SitesTests {

	@ParameterizedTest
	@CsvSource({ "lms.example.ac.uk, sso.example.ac.uk", "example.com, lms.example.com", "LMS.example.com, example.com",
			"localhost, localhost", "127.0.0.1, 127.0.0.1", "lms.example, sso.lms.example" })
	void belongTogether(String one, String other) {
		assertThat(Sites.same(one, other)).isTrue();
		assertThat(Sites.same(other, one)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "a.ac.uk, b.ac.uk", "example.com, example.org", "lms.example.com, lms.example.com.evil.org",
			"10.0.0.1, 20.0.0.1", "127.0.0.1, localhost", "[::1], [::2]", "com, example.com",
			"one.github.io, other.github.io" })
	void doNotBelongTogether(String one, String other) {
		assertThat(Sites.same(one, other)).isFalse();
		assertThat(Sites.same(other, one)).isFalse();
	}

}
