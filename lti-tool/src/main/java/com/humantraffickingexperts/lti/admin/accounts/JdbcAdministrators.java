package com.humantraffickingexperts.lti.admin.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.admin.AdminRole;
import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.InstitutionId;

/** All SQL of {@code administrator}. */
@Repository
class JdbcAdministrators {

	private final JdbcClient jdbc;

	JdbcAdministrators(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds an account without any means of signing in.
	 * @throws org.springframework.dao.DuplicateKeyException when the e-mail address is
	 * taken
	 */
	void insert(AdministratorId id, NewAccount account, @Nullable Instant joinedAt, Instant now) {
		this.jdbc.sql("""
				insert into administrator (id, name, email, email_key, role, institution_id, joined_at, created_at,
				  updated_at)
				values (:id, :name, :email, :key, :role, :institution, :joined, :now, :now)
				""")
			.param("id", id.value())
			.param("name", account.name())
			.param("email", account.email())
			.param("key", key(account.email()))
			.param("role", account.role().name())
			.param("institution", (account.institution() == null) ? null : account.institution().value())
			.param("joined", Utc.ofNullable(joinedAt))
			.param("now", Utc.of(now))
			.update();
	}

	Optional<Account> find(AdministratorId id) {
		return this.jdbc.sql("select * from administrator where id = :id")
			.param("id", id.value())
			.query(JdbcAdministrators::read)
			.optional();
	}

	Optional<Account> findByEmail(String email) {
		return this.jdbc.sql("select * from administrator where email_key = :key")
			.param("key", key(email))
			.query(JdbcAdministrators::read)
			.optional();
	}

	Optional<Account> findByProvider(String identity) {
		return this.jdbc.sql("select * from administrator where oidc_identity = :identity")
			.param("identity", identity)
			.query(JdbcAdministrators::read)
			.optional();
	}

	List<Account> all() {
		return this.jdbc.sql("select * from administrator order by name, id").query(JdbcAdministrators::read).list();
	}

	/**
	 * Locks every operator who may sign in, so that two of them cannot disable each other
	 * at the same time. Has to be the first statement of its transaction.
	 */
	List<AdministratorId> lockOperators() {
		return this.jdbc.sql("""
				select id from administrator
				where role = 'OPERATOR' and joined_at is not null and disabled_at is null
				order by id for update
				""").query((row, number) -> new AdministratorId(row.getString("id"))).list();
	}

	@Nullable String passwordHash(AdministratorId id) {
		return this.jdbc.sql("select password_hash from administrator where id = :id")
			.param("id", id.value())
			.query((row, number) -> Optional.ofNullable(row.getString("password_hash")))
			.optional()
			.flatMap((hash) -> hash)
			.orElse(null);
	}

	void passwordHash(AdministratorId id, @Nullable String hash, Instant now) {
		set(id, "password_hash = :value", hash, now);
	}

	/**
	 * Lets an identity of the organisation's sign-in lead to an account.
	 * @throws org.springframework.dao.DuplicateKeyException when it leads to another one
	 */
	void provider(AdministratorId id, @Nullable String identity, Instant now) {
		set(id, "oidc_identity = :value", identity, now);
	}

	void name(AdministratorId id, String name, Instant now) {
		set(id, "name = :value", name, now);
	}

	void joined(AdministratorId id, Instant now) {
		set(id, "joined_at = :value", Utc.of(now), now);
	}

	/** Makes an account one that is invited: nothing that it had leads in any more. */
	void invitedAgain(AdministratorId id, Instant now) {
		set(id, "joined_at = null, password_hash = null, oidc_identity = :value", null, now);
	}

	void disabled(AdministratorId id, @Nullable Instant at, Instant now) {
		set(id, "disabled_at = :value", Utc.ofNullable(at), now);
	}

	void signedIn(AdministratorId id, Instant now) {
		set(id, "last_signed_in_at = :value", Utc.of(now), now);
	}

	private void set(AdministratorId id, String assignment, @Nullable Object value, Instant now) {
		this.jdbc.sql("update administrator set " + assignment + ", updated_at = :now where id = :id")
			.param("value", value)
			.param("now", Utc.of(now))
			.param("id", id.value())
			.update();
	}

	private static String key(String email) {
		return email.toLowerCase(Locale.ROOT);
	}

	private static Account read(ResultSet row, int number) throws SQLException {
		String institution = row.getString("institution_id");
		return new Account(new AdministratorId(row.getString("id")), row.getString("name"), row.getString("email"),
				AdminRole.valueOf(row.getString("role")), (institution == null) ? null : new InstitutionId(institution),
				row.getString("password_hash") != null, row.getString("oidc_identity") != null,
				Utc.instantOrNull(row, "joined_at"), Utc.instantOrNull(row, "disabled_at"),
				Utc.instantOrNull(row, "last_signed_in_at"));
	}

}
