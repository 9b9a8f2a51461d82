package com.humantraffickingexperts.lti.doctor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.humantraffickingexperts.lti.grades.DeliveryReason;
import com.humantraffickingexperts.lti.grades.GradeEvidence;
import com.humantraffickingexperts.lti.inspector.LaunchEvidence;
import com.humantraffickingexperts.lti.inspector.LaunchEvidence.Evidence;
import com.humantraffickingexperts.lti.inspector.LaunchEvidence.Frame;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.platform.TokenProbe;
import com.humantraffickingexperts.lti.platform.TokenProbe.TokenReport;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceChecksTests {

	private static final Instant SEEN = Instant.parse("2026-11-25T09:00:00Z");

	private static Registration registration(PlatformFamily family) {
		return TestPlatformCalls.registration("https://lms.example", "a", family);
	}

	private static Evidence launches(boolean names, boolean emails, String... scopes) {
		return new Evidence(SEEN, null, null, SEEN, true, names, emails, Set.of(scopes), Frame.COOKIE);
	}

	private static Evidence none(@Nullable String refused) {
		return new Evidence(null, (refused == null) ? null : SEEN, refused, null, false, false, false, Set.of(),
				Frame.UNSEEN);
	}

	private static Map<String, TokenReport> tokens(Set<String> granted) {
		Map<String, TokenReport> reports = new LinkedHashMap<>();
		ServiceScopes.ALL.forEach((scope) -> reports.put(scope,
				granted.contains(scope)
						? new TokenReport(TokenProbe.State.GRANTED, Set.of(scope), 200, null, null, null)
						: new TokenReport(TokenProbe.State.SCOPE_REFUSED, Set.of(), 400, "invalid_scope", null, null)));
		return reports;
	}

	@Nested
	class Scopes {

		private Finding finding(PlatformFamily family, Set<String> granted, Evidence launches) {
			return EvidenceChecks.scopes(registration(family), tokens(granted), launches);
		}

		@Test
		void areWellWhenAllAreGranted() {
			assertThat(finding(PlatformFamily.MOODLE, Set.copyOf(ServiceScopes.ALL),
					launches(true, false, ServiceScopes.SCORE))
				.health()).isEqualTo(Health.GREEN);
		}

		@Test
		void areRedWhenLaunchesDoNotOfferTheOneForScores() {
			assertThat(finding(PlatformFamily.MOODLE, Set.copyOf(ServiceScopes.ALL), launches(true, false)).what())
				.isEqualTo("not-offered");
		}

		@Test
		void areJudgedByTokensAloneInSakai() {
			assertThat(finding(PlatformFamily.SAKAI, Set.copyOf(ServiceScopes.ALL), launches(true, false)).health())
				.isEqualTo(Health.GREEN);
			assertThat(finding(PlatformFamily.SAKAI, Set.of(ServiceScopes.MEMBERSHIPS),
					launches(true, false, ServiceScopes.SCORE))
				.health()).isEqualTo(Health.RED);
		}

		@Test
		void areAmberWithoutTheClassList() {
			assertThat(finding(PlatformFamily.MOODLE, ServiceScopes.GRADES, none(null)).what()).isEqualTo("no-members");
		}

	}

	@Nested
	class Names {

		@ParameterizedTest
		@CsvSource({ "true,false,GREEN,well", "true,true,GREEN,emails-too", "false,false,AMBER,no-names" })
		void areJudgedByWhatArrives(boolean names, boolean emails, Health health, String what) {
			Finding finding = EvidenceChecks.names(registration(PlatformFamily.MOODLE), launches(names, emails));
			assertThat(finding.health()).isEqualTo(health);
			assertThat(finding.what()).isEqualTo(what);
		}

		@Test
		void areRedWhenNobodyIsNamed() {
			Evidence nobody = new Evidence(SEEN, null, null, null, false, false, false, Set.of(), Frame.COOKIE);
			assertThat(EvidenceChecks.names(registration(PlatformFamily.MOODLE), nobody).health())
				.isEqualTo(Health.RED);
		}

	}

	@Nested
	class Launches {

		@Test
		void areSeenOrRefusedOrStillToCome() {
			assertThat(EvidenceChecks.launch(launches(true, false)).health()).isEqualTo(Health.GREEN);
			assertThat(EvidenceChecks.launch(none(null)).health()).isEqualTo(Health.AMBER);
			Finding refused = EvidenceChecks.launch(none("LTI-DEPLOYMENT-UNKNOWN"));
			assertThat(refused.health()).isEqualTo(Health.RED);
			assertThat(refused.arguments()).containsExactly("LTI-DEPLOYMENT-UNKNOWN");
		}

		@Test
		void stayWellWhenOneIsRefusedLater() {
			Evidence one = new Evidence(SEEN, SEEN, "LTI-ROLE", SEEN, true, true, false, Set.of(), Frame.COOKIE);
			assertThat(EvidenceChecks.launch(one).health()).isEqualTo(Health.GREEN);
			assertThat(EvidenceChecks.launch(one).what()).isEqualTo("well-but");
		}

	}

	@Nested
	class Grades {

		private Finding finding(@Nullable Instant accepted, long waiting, @Nullable Instant refusedAt) {
			return EvidenceChecks.grade(new GradeEvidence.Evidence(accepted, waiting, (refusedAt == null) ? 0 : 1,
					refusedAt, (refusedAt == null) ? null : DeliveryReason.NOT_GRADABLE));
		}

		@Test
		void areWellOnceOneWasAccepted() {
			assertThat(finding(SEEN, 0, null).health()).isEqualTo(Health.GREEN);
			assertThat(finding(SEEN, 0, SEEN.minusSeconds(1)).health()).isEqualTo(Health.GREEN);
		}

		@Test
		void areRedWhenTheNewestWasRefused() {
			assertThat(finding(SEEN, 0, SEEN.plusSeconds(1)).health()).isEqualTo(Health.RED);
			assertThat(finding(null, 0, SEEN).arguments()).containsExactly("grades.reason.not-gradable");
		}

		@Test
		void areAmberUntilTheFirstArrives() {
			assertThat(finding(null, 0, null).what()).isEqualTo("unseen");
			assertThat(finding(null, 3, null).what()).isEqualTo("waiting");
		}

	}

	@Nested
	class Frames {

		@ParameterizedTest
		@CsvSource({ "UNSEEN,AMBER", "WINDOW,GREEN", "COOKIE,GREEN", "STORAGE,GREEN", "FOREIGN,RED" })
		void areJudgedByTheNewestLaunchInOne(LaunchEvidence.Frame frame, Health health) {
			Evidence seen = new Evidence(SEEN, null, null, SEEN, true, true, false, Set.of(), frame);
			assertThat(EvidenceChecks.frame(seen).health()).isEqualTo(health);
		}

	}

}
