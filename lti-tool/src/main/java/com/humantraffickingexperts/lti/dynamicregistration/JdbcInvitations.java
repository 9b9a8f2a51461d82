package com.humantraffickingexperts.lti.dynamicregistration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code registration_invitation}. */
@Repository
class JdbcInvitations {

	private static final String SELECT = """
			select id, institution_id, family, created_at, expires_at, opened_at, registered_at, registration_id,
			  revoked_at
			from registration_invitation
			""";

	private final JdbcClient jdbc;

	JdbcInvitations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Invitation invitation, String secretDigest) {
		this.jdbc.sql("""
				insert into registration_invitation (id, secret_digest, institution_id, family, created_at, expires_at)
				values (:id, :secret, :institution, :family, :created, :expires)
				""")
			.param("id", invitation.id().value())
			.param("secret", secretDigest)
			.param("institution", invitation.institution().value())
			.param("family", invitation.family().name())
			.param("created", Utc.of(invitation.createdAt()))
			.param("expires", Utc.of(invitation.expiresAt()))
			.update();
	}

	Optional<Invitation> find(InvitationId id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id.value()).query(JdbcInvitations::read).optional();
	}

	Optional<Invitation> findBySecret(String secretDigest) {
		return this.jdbc.sql(SELECT + "where secret_digest = :secret")
			.param("secret", secretDigest)
			.query(JdbcInvitations::read)
			.optional();
	}

	/** The newest first. */
	List<Invitation> all(@Nullable InstitutionId institution) {
		if (institution == null) {
			return this.jdbc.sql(SELECT + "order by id desc").query(JdbcInvitations::read).list();
		}
		return this.jdbc.sql(SELECT + "where institution_id = :institution order by id desc")
			.param("institution", institution.value())
			.query(JdbcInvitations::read)
			.list();
	}

	void opened(InvitationId id, Instant now) {
		this.jdbc.sql("update registration_invitation set opened_at = :now where id = :id and opened_at is null")
			.param("id", id.value())
			.param("now", Utc.of(now))
			.update();
	}

	/**
	 * Keeps others from using an invitation for a while.
	 * @return true for one caller at a time, on all nodes
	 */
	boolean claim(InvitationId id, Instant now, Instant until) {
		return this.jdbc.sql("""
				update registration_invitation set claimed_until = :until
				where id = :id and registered_at is null and revoked_at is null and expires_at > :now
				  and (claimed_until is null or claimed_until <= :now)
				""").param("id", id.value()).param("now", Utc.of(now)).param("until", Utc.of(until)).update() == 1;
	}

	void release(InvitationId id) {
		this.jdbc.sql("""
				update registration_invitation set claimed_until = null where id = :id and registered_at is null
				""").param("id", id.value()).update();
	}

	boolean used(InvitationId id, RegistrationId registration, Instant now) {
		return this.jdbc.sql("""
				update registration_invitation
				set registered_at = :now, registration_id = :registration, claimed_until = null
				where id = :id and registered_at is null
				""")
			.param("id", id.value())
			.param("registration", registration.value())
			.param("now", Utc.of(now))
			.update() == 1;
	}

	boolean revoke(InvitationId id, Instant now) {
		return this.jdbc.sql("""
				update registration_invitation set revoked_at = :now
				where id = :id and registered_at is null and revoked_at is null
				""").param("id", id.value()).param("now", Utc.of(now)).update() == 1;
	}

	private static Invitation read(ResultSet row, int number) throws SQLException {
		String registration = row.getString("registration_id");
		return new Invitation(new InvitationId(row.getString("id")), new InstitutionId(row.getString("institution_id")),
				PlatformFamily.valueOf(row.getString("family")), Utc.instant(row, "created_at"),
				Utc.instant(row, "expires_at"), Utc.instantOrNull(row, "opened_at"),
				Utc.instantOrNull(row, "registered_at"),
				(registration == null) ? null : new RegistrationId(registration), Utc.instantOrNull(row, "revoked_at"));
	}

}
