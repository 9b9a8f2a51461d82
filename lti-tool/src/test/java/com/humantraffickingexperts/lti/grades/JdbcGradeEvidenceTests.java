package com.humantraffickingexperts.lti.grades;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class JdbcGradeEvidenceTests {

	private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

	private static final RegistrationId COLLEGE = new RegistrationId("college");

	private final TestDatabase.Product product;

	private TestDatabase database;

	JdbcGradeEvidenceTests(TestDatabase.Product product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(this.product);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private void score(String id, String registration, String state, @Nullable String reason, @Nullable Instant sentAt,
			Instant updatedAt) {
		this.database.jdbc()
			.sql("""
					insert into score (id, revision, attempt_id, user_id, subject, registration_id, deployment_id, family,
					  resource_link_id, platform_link_id, title, scopes, module, module_version, given, maximum,
					  completed_at, score_timestamp, owed_at, state, reason, attempts, unsure, sent_at, created_at,
					  updated_at)
					values (:id, 1, 'a', 'u', 's', :registration, '1', 'MOODLE', 'l', '1', 't', '', 'm', '1', 1, 1,
					  :updated, :updated, :updated, :state, :reason, 1, false, :sent, :updated, :updated)
					""")
			.param("id", id)
			.param("registration", registration)
			.param("state", state)
			.param("reason", reason)
			.param("sent", Utc.ofNullable(sentAt))
			.param("updated", Utc.of(updatedAt))
			.update();
	}

	private GradeEvidence.Evidence evidence() {
		return new JdbcGradeEvidence(this.database.jdbc()).of(COLLEGE);
	}

	@Test
	void isEmptyWhenNothingWasOwedHere() {
		score("1", "other", "SENT", null, NOW, NOW);
		assertThat(evidence()).isEqualTo(new GradeEvidence.Evidence(null, 0, 0, null, null));
	}

	@Test
	void countsWhatIsOnItsWayAndNamesTheNewestRefusal() {
		score("1", "college", "SENT", null, NOW, NOW);
		score("2", "college", "WAITING", null, null, NOW);
		score("3", "college", "RETRYING", "PLATFORM_BUSY", null, NOW);
		score("4", "college", "REFUSED", "COLUMN_GONE", null, NOW.plusSeconds(1));
		score("5", "college", "REFUSED", "NOT_GRADABLE", null, NOW.plusSeconds(2));
		assertThat(evidence())
			.isEqualTo(new GradeEvidence.Evidence(NOW, 2, 2, NOW.plusSeconds(2), DeliveryReason.NOT_GRADABLE));
	}

}
