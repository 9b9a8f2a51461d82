package com.humantraffickingexperts.lti.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.keys.SigningKey.State;

/**
 * All SQL of {@code signing_key}. Every change names the state that it expects, so that
 * of two nodes only one brings it about.
 */
@Repository
class JdbcSigningKeys {

	private final JdbcClient jdbc;

	JdbcSigningKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<StoredKey> all() {
		return this.jdbc
			.sql("select kid, slot, jwk, created_at, in_use_since, retired_at from signing_key order by slot")
			.query(JdbcSigningKeys::stored)
			.list();
	}

	/**
	 * Adds a key.
	 * @param kid its name
	 * @param slot its place in the order of use
	 * @param jwk what is stored of it
	 * @param now the present
	 * @param inUseSince since when it signs; null for the next one
	 * @return false when the place is taken
	 */
	boolean insert(String kid, int slot, String jwk, Instant now, @Nullable Instant inUseSince) {
		try {
			this.jdbc.sql("""
					insert into signing_key (kid, slot, jwk, created_at, in_use_since)
					values (:kid, :slot, :jwk, :now, :inUse)
					""")
				.param("kid", kid)
				.param("slot", slot)
				.param("jwk", jwk)
				.param("now", Utc.of(now))
				.param("inUse", Utc.ofNullable(inUseSince))
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	boolean retire(String kid, String publicJwk, Instant now) {
		return this.jdbc.sql("""
				update signing_key set retired_at = :now, jwk = :jwk
				where kid = :kid and in_use_since is not null and retired_at is null
				""").param("now", Utc.of(now)).param("jwk", publicJwk).param("kid", kid).update() == 1;
	}

	boolean use(String kid, Instant now) {
		return this.jdbc.sql("update signing_key set in_use_since = :now where kid = :kid and in_use_since is null")
			.param("now", Utc.of(now))
			.param("kid", kid)
			.update() == 1;
	}

	boolean replace(String kid, String formerJwk, String jwk) {
		return this.jdbc.sql("update signing_key set jwk = :jwk where kid = :kid and jwk = :former")
			.param("jwk", jwk)
			.param("kid", kid)
			.param("former", formerJwk)
			.update() == 1;
	}

	boolean delete(String kid) {
		return this.jdbc.sql("delete from signing_key where kid = :kid").param("kid", kid).update() == 1;
	}

	int deleteRetiredBefore(Instant limit) {
		return this.jdbc.sql("delete from signing_key where retired_at < :limit")
			.param("limit", Utc.of(limit))
			.update();
	}

	private static StoredKey stored(ResultSet row, int number) throws SQLException {
		return new StoredKey(row.getString("kid"), row.getInt("slot"), row.getString("jwk"),
				Utc.instant(row, "created_at"), Utc.instantOrNull(row, "in_use_since"),
				Utc.instantOrNull(row, "retired_at"));
	}

	/** A row of {@code signing_key}. */
	record StoredKey(String kid, int slot, String jwk, Instant createdAt, @Nullable Instant inUseSince,
			@Nullable Instant retiredAt) {

		State state() {
			if (this.retiredAt != null) {
				return State.RETIRED;
			}
			return (this.inUseSince == null) ? State.NEXT : State.CURRENT;
		}

		/** Where the private part is stored, for {@link KeyProtection}. */
		String place() {
			return "signing_key " + this.kid;
		}

		SigningKey described() {
			return new SigningKey(this.kid, state(), this.createdAt, this.inUseSince, this.retiredAt,
					state() == State.RETIRED || KeyProtection.isSealed(this.jwk));
		}

	}

}
