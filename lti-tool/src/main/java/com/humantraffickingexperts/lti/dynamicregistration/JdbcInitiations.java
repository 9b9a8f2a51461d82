package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;

/** All SQL of {@code registration_initiation}. */
@Repository
class JdbcInitiations {

	private final JdbcClient jdbc;

	JdbcInitiations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Initiation initiation) {
		this.jdbc.sql("""
				insert into registration_initiation
				  (id, invitation_id, configuration_uri, configuration, registration_token, created_at, expires_at)
				values (:id, :invitation, :uri, :configuration, :token, :created, :expires)
				""")
			.param("id", initiation.id())
			.param("invitation", (initiation.invitation() == null) ? null : initiation.invitation().value())
			.param("uri", initiation.source().toString())
			.param("configuration", initiation.configuration())
			.param("token", initiation.sealedToken())
			.param("created", Utc.of(initiation.createdAt()))
			.param("expires", Utc.of(initiation.expiresAt()))
			.update();
	}

	Optional<Initiation> find(String id) {
		return this.jdbc.sql("""
				select id, invitation_id, configuration_uri, configuration, registration_token, created_at, expires_at
				from registration_initiation where id = :id
				""").param("id", id).query(JdbcInitiations::read).optional();
	}

	/**
	 * Uses an initiation up, and forgets its token.
	 * @return true once, on all nodes
	 */
	boolean consume(String id, Instant now) {
		return this.jdbc.sql("""
				update registration_initiation set consumed_at = :now, registration_token = null
				where id = :id and consumed_at is null
				""").param("id", id).param("now", Utc.of(now)).update() == 1;
	}

	int countUninvited(Instant since) {
		return this.jdbc
			.sql("select count(*) from registration_initiation where created_at > :since and invitation_id is null")
			.param("since", Utc.of(since))
			.query(Integer.class)
			.single();
	}

	void forget(Instant before) {
		this.jdbc.sql("delete from registration_initiation where created_at < :before")
			.param("before", Utc.of(before))
			.update();
	}

	private static Initiation read(ResultSet row, int number) throws SQLException {
		String invitation = row.getString("invitation_id");
		return new Initiation(row.getString("id"), (invitation == null) ? null : new InvitationId(invitation),
				URI.create(row.getString("configuration_uri")), row.getString("configuration"),
				row.getString("registration_token"), Utc.instant(row, "created_at"), Utc.instant(row, "expires_at"));
	}

}
