package com.humantraffickingexperts.lti.registration;

import java.net.URI;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OriginTests {

	@Nested
	class OfAnAddress {

		@ParameterizedTest
		@CsvSource({ "https://lms.example/a?b#c, https://lms.example", "HTTPS://LMS.Example:443/, https://lms.example",
				"http://lms.example:80, http://lms.example", "https://lms.example:8443/x, https://lms.example:8443",
				"http://[::1]:8080/, http://[::1]:8080" })
		void isSchemeHostAndPortAsBrowsersWriteThem(String address, String origin) {
			assertThat(Origin.of(address)).isEqualTo(origin);
		}

		@ParameterizedTest
		@ValueSource(strings = { "javascript:alert(1)", "data:text/html,x", "ftp://lms.example/", "/path",
				"//lms.example/", "lms.example", "https://", "https://127.1:x/", "not an address", "" })
		void isNoneWhereThereIsNone(String address) {
			assertThat(Origin.of(address)).isNull();
		}

	}

	@Nested
	class Matching {

		private static boolean matches(String allowed, String address) {
			return Origin.matches(allowed, URI.create(address));
		}

		@Test
		void anAddressMatchesItsOwnOriginWhateverThePath() {
			assertThat(matches("https://lms.example/token", "https://lms.example:443/ags/1?x=y")).isTrue();
		}

		@ParameterizedTest
		@ValueSource(strings = { "http://lms.example/", "https://lms.example:8443/", "https://sub.lms.example/",
				"https://lms.example.evil.example/", "https://evil-lms.example/" })
		void anythingElseDoesNot(String address) {
			assertThat(matches("https://lms.example", address)).isFalse();
		}

		@Test
		void aWildcardStandsForTheBeginningOfTheHost() {
			assertThat(matches("https://*.instructure.com", "https://school.instructure.com/api")).isTrue();
			assertThat(matches("https://*.instructure.com", "https://a.b.instructure.com/api")).isTrue();
			assertThat(matches("https://*.instructure.com", "https://instructure.com/")).isFalse();
			assertThat(matches("https://*.instructure.com", "https://evilinstructure.com/")).isFalse();
			assertThat(matches("https://*.instructure.com", "https://x.instructure.com.evil.example/")).isFalse();
			assertThat(matches("https://*.instructure.com", "http://school.instructure.com/")).isFalse();
		}

	}

}
