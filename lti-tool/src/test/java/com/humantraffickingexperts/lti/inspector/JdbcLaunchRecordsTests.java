package com.humantraffickingexperts.lti.inspector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.LaunchStep;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class JdbcLaunchRecordsTests {

	private static final Instant NOW = Instant.parse("2026-11-25T09:00:00.123456Z");

	private static final RegistrationId OURS = new RegistrationId("ours");

	private static final RegistrationId THEIRS = new RegistrationId("theirs");

	private final TestDatabase.Product product;

	private TestDatabase database;

	private JdbcLaunchRecords records;

	JdbcLaunchRecordsTests(TestDatabase.Product product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(this.product);
		this.records = new JdbcLaunchRecords(this.database.jdbc(),
				new NamedParameterJdbcTemplate(this.database.dataSource()), JsonMapper.builder().build());
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private static LaunchRecord refused(@Nullable RegistrationId registration, Instant at, String code) {
		return record(registration, at, code, null, false, true);
	}

	private static LaunchRecord accepted(RegistrationId registration, Instant at, String type, boolean framed,
			boolean frameAllowed) {
		return record(registration, at, null, type, framed, frameAllowed);
	}

	private static LaunchRecord record(@Nullable RegistrationId registration, Instant at, @Nullable String code,
			@Nullable String type, boolean framed, boolean frameAllowed) {
		LaunchRecord.Details details = new LaunchRecord.Details(
				List.of(LaunchStep.ANSWER, LaunchStep.STATE, LaunchStep.ISSUER),
				List.of(ShownClaim.shown("alg", "RS256")),
				List.of(ShownClaim.shown("iss", "https://lms.example"), ShownClaim.masked("name", "Amara Okafor")),
				Map.of("detail", "exp has passed"), "https://lms.example", false, true, true, false,
				List.of("https://purl.imsglobal.org/spec/lti-ags/scope/score"));
		return new LaunchRecord(Ids.inTimeOrder(at), registration, (code == null) ? null : "ABCDE-23456", code == null,
				true, code, LaunchStep.ISSUER, type, framed, frameAllowed, BrowserFamily.FIREFOX, details, at);
	}

	private List<LaunchRecord> find(RecordFilter filter) {
		return this.records.find(null, filter, null, 100);
	}

	@Nested
	class ARecord {

		@Test
		void comesBackAsItWas() {
			LaunchRecord record = refused(OURS, NOW, "LTI-TOKEN-EXPIRED");
			JdbcLaunchRecordsTests.this.records.insert(List.of(record));
			assertThat(JdbcLaunchRecordsTests.this.records.find(record.id())).contains(record);
		}

		@Test
		void isFoundByTheReferenceHoweverItIsTyped() {
			JdbcLaunchRecordsTests.this.records.insert(List.of(refused(OURS, NOW, "LTI-TOKEN-EXPIRED")));
			for (String typed : List.of("ABCDE-23456", "abcde23456", " abcde 23456 ")) {
				assertThat(find(new RecordFilter(null, null, null, RecordFilter.reference(typed), null, null)))
					.as(typed)
					.hasSize(1);
			}
			assertThat(find(new RecordFilter(null, null, null, "ABCDE-23457", null, null))).isEmpty();
		}

		@Test
		void isForgottenAfterItsTime() {
			LaunchRecord old = refused(OURS, NOW.minus(Duration.ofDays(31)), "LTI-ROLE");
			LaunchRecord young = refused(OURS, NOW.minus(Duration.ofDays(29)), "LTI-ROLE");
			JdbcLaunchRecordsTests.this.records.insert(List.of(old, young));
			JdbcLaunchRecordsTests.this.records.forget(NOW.minus(Duration.ofDays(30)));
			assertThat(find(RecordFilter.ALL)).containsExactly(young);
		}

	}

	@Nested
	class TheList {

		@Test
		void hasTheNewestFirstAndGoesOnWhereThePageEnded() {
			LaunchRecord first = refused(OURS, NOW, "LTI-ROLE");
			LaunchRecord second = refused(OURS, NOW.plusSeconds(1), "LTI-ROLE");
			LaunchRecord third = refused(OURS, NOW.plusSeconds(2), "LTI-ROLE");
			JdbcLaunchRecordsTests.this.records.insert(List.of(first, second, third));
			assertThat(JdbcLaunchRecordsTests.this.records.find(null, RecordFilter.ALL, null, 2)).containsExactly(third,
					second);
			assertThat(JdbcLaunchRecordsTests.this.records.find(null, RecordFilter.ALL, second.id(), 2))
				.containsExactly(first);
		}

		@Test
		void isRestrictedByEachFilter() {
			LaunchRecord refused = refused(OURS, NOW, "LTI-ROLE");
			LaunchRecord accepted = accepted(THEIRS, NOW.plus(Duration.ofDays(1)), "RESOURCE_LINK", true, true);
			JdbcLaunchRecordsTests.this.records.insert(List.of(refused, accepted));
			assertThat(find(new RecordFilter(OURS, null, null, null, null, null))).containsExactly(refused);
			assertThat(find(new RecordFilter(null, true, null, null, null, null))).containsExactly(accepted);
			assertThat(find(new RecordFilter(null, false, null, null, null, null))).containsExactly(refused);
			assertThat(find(new RecordFilter(null, null, "LTI-ROLE", null, null, null))).containsExactly(refused);
			assertThat(find(new RecordFilter(null, null, null, null, NOW.plusSeconds(60), null)))
				.containsExactly(accepted);
			assertThat(find(new RecordFilter(null, null, null, null, null, NOW.plusSeconds(60))))
				.containsExactly(refused);
		}

		@Test
		void showsAnInstitutionOnlyItsOwnWhateverItAsksFor() {
			LaunchRecord ours = refused(OURS, NOW, "LTI-ROLE");
			JdbcLaunchRecordsTests.this.records
				.insert(List.of(ours, refused(THEIRS, NOW, "LTI-ROLE"), refused(null, NOW, "LTI-PLATFORM-UNKNOWN")));
			assertThat(JdbcLaunchRecordsTests.this.records.find(List.of(OURS), RecordFilter.ALL, null, 10))
				.containsExactly(ours);
			assertThat(JdbcLaunchRecordsTests.this.records.find(List.of(OURS),
					new RecordFilter(THEIRS, null, null, null, null, null), null, 10))
				.isEmpty();
			assertThat(JdbcLaunchRecordsTests.this.records.find(List.of(), RecordFilter.ALL, null, 10)).isEmpty();
			assertThat(find(RecordFilter.ALL)).hasSize(3);
		}

	}

	@Nested
	class WhatWasOnlyCounted {

		@Test
		void addsUpAndIsReadByThoseWhoMay() {
			JdbcLaunchRecords records = JdbcLaunchRecordsTests.this.records;
			records.addOmitted(new RecordWriter.Omitted(OURS, "2026-11-25", false), 3);
			records.addOmitted(new RecordWriter.Omitted(OURS, "2026-11-25", false), 4);
			records.addOmitted(new RecordWriter.Omitted(null, "2026-11-25", false), 100);
			records.addOmitted(new RecordWriter.Omitted(OURS, "2026-11-01", false), 1000);
			Instant since = NOW.minus(Duration.ofDays(7));
			assertThat(records.omitted(List.of(OURS), since)).isEqualTo(7);
			assertThat(records.omitted(null, since)).isEqualTo(107);
			assertThat(records.omitted(List.of(), since)).isZero();
		}

	}

	@Nested
	class Evidence {

		private LaunchEvidence.Evidence evidence() {
			return new RecordedEvidence(JdbcLaunchRecordsTests.this.records).of(OURS);
		}

		@Test
		void isEmptyWithoutLaunches() {
			JdbcLaunchRecordsTests.this.records.insert(List.of(accepted(THEIRS, NOW, "DEEP_LINKING", true, true)));
			LaunchEvidence.Evidence evidence = evidence();
			assertThat(evidence.accepted()).isNull();
			assertThat(evidence.deepLinking()).isNull();
			assertThat(evidence.frame()).isEqualTo(LaunchEvidence.Frame.UNSEEN);
		}

		@Test
		void tellsWhatTheAcceptedLaunchesBrought() {
			JdbcLaunchRecordsTests.this.records.insert(List.of(accepted(OURS, NOW, "DEEP_LINKING", false, true),
					accepted(OURS, NOW.plusSeconds(5), "RESOURCE_LINK", true, true)));
			LaunchEvidence.Evidence evidence = evidence();
			assertThat(evidence.accepted()).isEqualTo(NOW.plusSeconds(5));
			assertThat(evidence.deepLinking()).isEqualTo(NOW);
			assertThat(evidence.names()).isTrue();
			assertThat(evidence.emails()).isFalse();
			assertThat(evidence.scopes()).containsExactly("https://purl.imsglobal.org/spec/lti-ags/scope/score");
			assertThat(evidence.frame()).isEqualTo(LaunchEvidence.Frame.COOKIE);
		}

		@Test
		void noticesAFrameOfAForeignPage() {
			JdbcLaunchRecordsTests.this.records.insert(List.of(accepted(OURS, NOW, "RESOURCE_LINK", true, false)));
			assertThat(evidence().frame()).isEqualTo(LaunchEvidence.Frame.FOREIGN);
		}

		@Test
		void namesARefusalOnlyWhileNoLaunchWasAcceptedSince() {
			JdbcLaunchRecordsTests.this.records.insert(List.of(refused(OURS, NOW, "LTI-DEPLOYMENT-UNKNOWN")));
			assertThat(evidence().refusedCode()).isEqualTo("LTI-DEPLOYMENT-UNKNOWN");
			JdbcLaunchRecordsTests.this.records
				.insert(List.of(accepted(OURS, NOW.plusSeconds(5), "RESOURCE_LINK", true, true)));
			assertThat(evidence().refusedCode()).isNull();
		}

	}

}
