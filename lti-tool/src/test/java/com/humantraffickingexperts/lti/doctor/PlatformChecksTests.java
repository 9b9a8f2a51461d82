package com.humantraffickingexperts.lti.doctor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.humantraffickingexperts.lti.keys.KeySetProbe;
import com.humantraffickingexperts.lti.keys.KeySetProbe.KeySetReport;
import com.humantraffickingexperts.lti.keys.KeySetProbe.SeenKey;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.platform.TokenProbe;
import com.humantraffickingexperts.lti.platform.TokenProbe.TokenReport;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static org.assertj.core.api.Assertions.assertThat;

class PlatformChecksTests {

	private static final Registration MOODLE = TestPlatformCalls.registration("https://lms.example", "a",
			PlatformFamily.MOODLE);

	private static TokenReport report(TokenProbe.State state, @Nullable String error, String... granted) {
		return new TokenReport(state, Set.of(granted), 400, error, (error == null) ? null : "its words", null);
	}

	private static Map<String, TokenReport> each(TokenReport report) {
		Map<String, TokenReport> reports = new LinkedHashMap<>();
		ServiceScopes.ALL.forEach((scope) -> reports.put(scope, report));
		return reports;
	}

	private static Map<String, TokenReport> allGranted() {
		return each(report(TokenProbe.State.GRANTED, null, ServiceScopes.ALL.toArray(String[]::new)));
	}

	@Nested
	class TheKeySet {

		private Finding finding(SeenKey... keys) {
			return PlatformChecks.keySet(MOODLE, new KeySetReport(KeySetProbe.State.READ, 200, List.of(keys), null));
		}

		@Test
		void isNotNeededWhereAKeyWasGiven() {
			Finding finding = PlatformChecks.keySet(MOODLE, new KeySetReport(KeySetProbe.State.GIVEN, null,
					List.of(new SeenKey(null, "RSA", null, 3072, true)), null));
			assertThat(finding.health()).isEqualTo(Health.GREEN);
			assertThat(finding.arguments()).containsExactly("3072");
		}

		@Test
		void isWellWithOneUsableKey() {
			Finding finding = finding(new SeenKey("k1", "RSA", "RS256", 2048, true),
					new SeenKey("e1", "EC", "ES256", 256, false));
			assertThat(finding.health()).isEqualTo(Health.GREEN);
			assertThat(finding.arguments()).containsExactly("1", "2048");
			assertThat(finding.facts()).containsEntry("key e1", "EC 256 ES256 (not usable)");
		}

		@Test
		void isRedWithoutAUsableKey() {
			Finding finding = finding(new SeenKey("k1", "RSA", "RS256", 1024, false));
			assertThat(finding.health()).isEqualTo(Health.RED);
			assertThat(finding.what()).isEqualTo("no-key");
		}

		@ParameterizedTest
		@EnumSource(value = KeySetProbe.State.class, mode = EnumSource.Mode.EXCLUDE, names = { "READ", "GIVEN" })
		void isRedWhenItCannotBeRead(KeySetProbe.State state) {
			assertThat(PlatformChecks.keySet(MOODLE, new KeySetReport(state, 503, List.of(), null)).health())
				.isEqualTo(Health.RED);
		}

	}

	@Nested
	class Tokens {

		private Finding finding(Map<String, TokenReport> reports) {
			return PlatformChecks.token(MOODLE, reports);
		}

		@Test
		void areWellWhenEachScopeIsGranted() {
			assertThat(finding(allGranted()).health()).isEqualTo(Health.GREEN);
		}

		@Test
		void areRedWithThePlatformsWordsWhenItDoesNotKnowTheTool() {
			Finding finding = finding(each(report(TokenProbe.State.REFUSED, "invalid_client")));
			assertThat(finding.health()).isEqualTo(Health.RED);
			assertThat(finding.arguments()).containsExactly("invalid_client", "its words");
			assertThat(finding.facts()).containsEntry("score", "refused 400 invalid_client: its words");
		}

		@Test
		void areRedWithoutTheScopeForScores() {
			Map<String, TokenReport> reports = allGranted();
			reports.put(ServiceScopes.SCORE, report(TokenProbe.State.SCOPE_REFUSED, "invalid_scope"));
			assertThat(finding(reports).what()).isEqualTo("no-score");
			assertThat(finding(reports).health()).isEqualTo(Health.RED);
		}

		@Test
		void areRedWhenTheTokenIsForSomethingElse() {
			Map<String, TokenReport> reports = allGranted();
			reports.put(ServiceScopes.SCORE, report(TokenProbe.State.GRANTED, null, ServiceScopes.LINE_ITEM));
			assertThat(finding(reports).what()).isEqualTo("no-score");
		}

		@Test
		void areAmberWithoutAScopeThatHelps() {
			Map<String, TokenReport> reports = allGranted();
			reports.put(ServiceScopes.LINE_ITEM, report(TokenProbe.State.SCOPE_REFUSED, "invalid_scope"));
			assertThat(finding(reports).health()).isEqualTo(Health.AMBER);
			assertThat(finding(reports).arguments()).containsExactly("lineitem");
		}

		@Test
		void areAmberWhileThePlatformAsksToSlowDown() {
			Map<String, TokenReport> reports = allGranted();
			reports.put(ServiceScopes.MEMBERSHIPS, report(TokenProbe.State.THROTTLED, null));
			assertThat(finding(reports).health()).isEqualTo(Health.AMBER);
			assertThat(finding(each(report(TokenProbe.State.THROTTLED, null))).health()).isEqualTo(Health.AMBER);
		}

		@ParameterizedTest
		@EnumSource(value = TokenProbe.State.class,
				names = { "FAILED", "UNREADABLE", "UNREACHABLE", "TIMEOUT", "ADDRESS_REFUSED" })
		void areRedWhenNoneComes(TokenProbe.State state) {
			assertThat(finding(each(report(state, null))).health()).isEqualTo(Health.RED);
		}

	}

	@Nested
	class TheClock {

		@ParameterizedTest
		@CsvSource({ "MOODLE,0,GREEN", "MOODLE,-29,GREEN", "MOODLE,30,AMBER", "MOODLE,-60,RED", "SAKAI,60,RED",
				"BRIGHTSPACE,149,AMBER", "BRIGHTSPACE,150,RED", "CANVAS,-600,RED" })
		void isJudgedByWhatThePlatformEndures(PlatformFamily family, long seconds, Health health) {
			assertThat(PlatformChecks.clock(family, Duration.ofSeconds(seconds)).health()).isEqualTo(health);
		}

		@Test
		void isUnknownWithoutADate() {
			assertThat(PlatformChecks.clock(null, null).health()).isEqualTo(Health.AMBER);
		}

	}

}
