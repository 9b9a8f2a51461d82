package com.humantraffickingexperts.lti.admin.accounts;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;

/** All SQL of {@code admin_link} and {@code admin_setup}. */
@Repository
class JdbcLinks {

	private final JdbcClient jdbc;

	JdbcLinks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(String digest, @Nullable AdministratorId administrator, Instant expiresAt, Instant now) {
		this.jdbc.sql("""
				insert into admin_link (id, digest, administrator_id, expires_at, created_at)
				values (:id, :digest, :administrator, :expires, :now)
				""")
			.param("id", Ids.inTimeOrder(now))
			.param("digest", digest)
			.param("administrator", (administrator == null) ? null : administrator.value())
			.param("expires", Utc.of(expiresAt))
			.param("now", Utc.of(now))
			.update();
	}

	/** Whose link it is, if it can be used still. */
	Optional<Found> find(String digest, Instant now) {
		return this.jdbc.sql("select administrator_id from admin_link where digest = :digest and expires_at > :now")
			.param("digest", digest)
			.param("now", Utc.of(now))
			.query((row, number) -> new Found(
					Optional.ofNullable(row.getString("administrator_id")).map(AdministratorId::new)))
			.optional();
	}

	/**
	 * Uses a link up.
	 * @return whether it was there: of two people with the same link, one gets true
	 */
	boolean use(String digest, Instant now) {
		return this.jdbc.sql("delete from admin_link where digest = :digest and expires_at > :now")
			.param("digest", digest)
			.param("now", Utc.of(now))
			.update() == 1;
	}

	void forget(AdministratorId administrator) {
		this.jdbc.sql("delete from admin_link where administrator_id = :id")
			.param("id", administrator.value())
			.update();
	}

	void forgetSetUpLinks() {
		this.jdbc.sql("delete from admin_link where administrator_id is null").update();
	}

	void forgetExpired(Instant now) {
		this.jdbc.sql("delete from admin_link where expires_at <= :now").param("now", Utc.of(now)).update();
	}

	Optional<Instant> expiry(AdministratorId administrator, Instant now) {
		return this.jdbc.sql("""
				select expires_at from admin_link where administrator_id = :id and expires_at > :now
				order by expires_at desc limit 1
				""")
			.param("id", administrator.value())
			.param("now", Utc.of(now))
			.query((row, number) -> Utc.instant(row, "expires_at"))
			.optional();
	}

	boolean setUp() {
		return this.jdbc.sql("select count(*) from admin_setup where completed_at is not null")
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Completes the set-up.
	 * @return whether it was open: of two people with two links, one gets true
	 */
	boolean completeSetUp(Instant now) {
		return this.jdbc.sql("update admin_setup set completed_at = :now where slot = 1 and completed_at is null")
			.param("now", Utc.of(now))
			.update() == 1;
	}

	/** A link that can be used; without an administrator it is one for the set-up. */
	record Found(Optional<AdministratorId> administrator) {
	}

}
