package com.humantraffickingexperts.lti.launch;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;

/**
 * All SQL of {@code pending_launch}: launches whose browser has yet to show, by way of
 * the platform's storage, that it began the login.
 */
@Repository
class JdbcPendingLaunches {

	private final JdbcClient jdbc;

	JdbcPendingLaunches(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void park(String id, Pending pending, Instant expiresAt) {
		this.jdbc.sql("""
				insert into pending_launch (id, state, id_token, expires_at) values (:id, :state, :token, :expires)
				""")
			.param("id", id)
			.param("state", pending.state())
			.param("token", pending.idToken())
			.param("expires", Utc.of(expiresAt))
			.update();
	}

	/**
	 * Takes a launch out, once.
	 * @param id its digest
	 * @param now the present
	 * @return the launch, or empty when there is none, when it is too old, or when it was
	 * taken before
	 */
	Optional<Pending> take(String id, Instant now) {
		Optional<Pending> found = this.jdbc
			.sql("select state, id_token from pending_launch where id = :id and expires_at > :now")
			.param("id", id)
			.param("now", Utc.of(now))
			.query((row, number) -> new Pending(row.getString("state"), row.getString("id_token")))
			.optional();
		int taken = this.jdbc.sql("delete from pending_launch where id = :id").param("id", id).update();
		return (taken == 1) ? found : Optional.empty();
	}

	/** What the platform posted. */
	record Pending(String state, String idToken) {
	}

}
