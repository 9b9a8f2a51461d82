package com.humantraffickingexperts.lti.keys;

import java.text.ParseException;
import java.time.Clock;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.Utc;

/**
 * The tool's keys in the database, read once at start: the current key and the next one,
 * which is published before it is used. The first node that starts makes both.
 */
@Component
class StoredToolKeys implements ToolKeys {

	private static final int MODULUS = 2048;

	private final List<RSAKey> keys;

	private final RSASSASigner signer;

	private final JWSHeader header;

	private final JWKSet published;

	StoredToolKeys(JdbcClient jdbc, Clock clock) {
		for (int slot = 1; slot <= 2; slot++) {
			createUnlessThere(jdbc, clock, slot);
		}
		this.keys = jdbc.sql("select private_jwk from signing_key order by slot")
			.query((row, number) -> parse(row.getString(1)))
			.list();
		RSAKey current = this.keys.getFirst();
		try {
			this.signer = new RSASSASigner(current);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The stored signing key cannot be used", ex);
		}
		this.header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(current.getKeyID())
			.type(JOSEObjectType.JWT)
			.build();
		this.published = new JWKSet(List.<JWK>copyOf(this.keys)).toPublicJWKSet();
	}

	private static void createUnlessThere(JdbcClient jdbc, Clock clock, int slot) {
		int there = jdbc.sql("select count(*) from signing_key where slot = :slot")
			.param("slot", slot)
			.query(Integer.class)
			.single();
		if (there > 0) {
			return;
		}
		try {
			RSAKey key = new RSAKeyGenerator(MODULUS).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyIDFromThumbprint(true)
				.generate();
			jdbc.sql("""
					insert into signing_key (kid, slot, private_jwk, created_at)
					values (:kid, :slot, :key, :now)
					""")
				.param("kid", key.getKeyID())
				.param("slot", slot)
				.param("key", key.toJSONString())
				.param("now", Utc.of(clock.instant()))
				.update();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("A signing key cannot be made", ex);
		}
		catch (DuplicateKeyException ex) {
			// another node was first: its key is the one
		}
	}

	private static RSAKey parse(String stored) {
		try {
			return RSAKey.parse(stored);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("A stored signing key cannot be read", ex);
		}
	}

	@Override
	public String sign(JWTClaimsSet claims) {
		try {
			SignedJWT signed = new SignedJWT(this.header, claims);
			signed.sign(this.signer);
			return signed.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Signing failed", ex);
		}
	}

	/**
	 * The public keys, as JSON.
	 * @return a JWK Set without private members
	 */
	String publishedJson() {
		return this.published.toString(true);
	}

}
