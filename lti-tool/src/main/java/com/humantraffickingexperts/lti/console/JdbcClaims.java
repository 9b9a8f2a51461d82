package com.humantraffickingexperts.lti.console;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code claim_seen}. */
@Repository
class JdbcClaims {

	private final JdbcClient jdbc;

	JdbcClaims(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void seen(RegistrationId registration, String claim, Instant at) {
		this.jdbc.sql("""
				insert into claim_seen (registration_id, claim, last_seen_at) values (:registration, :claim, :at)
				on duplicate key update last_seen_at = greatest(last_seen_at, values(last_seen_at))
				""").param("registration", registration.value()).param("claim", claim).param("at", Utc.of(at)).update();
	}

	Map<String, Instant> of(RegistrationId registration) {
		Map<String, Instant> seen = new HashMap<>();
		this.jdbc.sql("select claim, last_seen_at from claim_seen where registration_id = :registration")
			.param("registration", registration.value())
			.query((row) -> {
				seen.put(row.getString("claim"), Utc.instant(row, "last_seen_at"));
			});
		return seen;
	}

	/** Every message has claims, so the newest one is as old as the newest launch. */
	Map<RegistrationId, Instant> newest() {
		Map<RegistrationId, Instant> newest = new HashMap<>();
		this.jdbc.sql("select registration_id, max(last_seen_at) as newest from claim_seen group by registration_id")
			.query((row) -> {
				newest.put(new RegistrationId(row.getString("registration_id")), Utc.instant(row, "newest"));
			});
		return newest;
	}

	void delete(RegistrationId registration) {
		this.jdbc.sql("delete from claim_seen where registration_id = :registration")
			.param("registration", registration.value())
			.update();
	}

}
