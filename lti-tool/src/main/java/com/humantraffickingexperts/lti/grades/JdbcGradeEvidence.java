package com.humantraffickingexperts.lti.grades;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** What the doctor reads of {@code score}. */
@Repository
class JdbcGradeEvidence implements GradeEvidence {

	private final JdbcClient jdbc;

	JdbcGradeEvidence(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Evidence of(RegistrationId registration) {
		Counts counts = this.jdbc.sql("""
				select max(sent_at) as sent_at,
				  coalesce(sum(case when state in ('WAITING', 'RETRYING') then 1 else 0 end), 0) as waiting,
				  coalesce(sum(case when state = 'REFUSED' then 1 else 0 end), 0) as refused
				from score where registration_id = :registration and revision > 0
				""")
			.param("registration", registration.value())
			.query((row, number) -> new Counts(Utc.instantOrNull(row, "sent_at"), row.getLong("waiting"),
					row.getLong("refused")))
			.single();
		Optional<Refusal> newest = (counts.refused == 0) ? Optional.empty()
				: this.jdbc.sql("""
						select updated_at, reason from score
						where registration_id = :registration and state = 'REFUSED'
						order by updated_at desc limit 1
						""")
					.param("registration", registration.value())
					.query((row, number) -> new Refusal(Utc.instant(row, "updated_at"),
							DeliveryReason.valueOf(row.getString("reason"))))
					.optional();
		return new Evidence(counts.accepted, counts.waiting, counts.refused, newest.map(Refusal::at).orElse(null),
				newest.map(Refusal::reason).orElse(null));
	}

	private record Counts(@Nullable Instant accepted, long waiting, long refused) {
	}

	private record Refusal(Instant at, DeliveryReason reason) {
	}

}
