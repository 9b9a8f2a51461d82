package com.humantraffickingexperts.lti.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.Utc;

/**
 * One master secret in the database, made by the first node that starts, encrypted if the
 * settings say so.
 */
@Component
class StoredToolSecrets implements ToolSecrets {

	private static final String MASTER = "master";

	private static final String PLACE = "tool_secret " + MASTER;

	private final SecretKeySpec master;

	StoredToolSecrets(JdbcClient jdbc, KeyProtection protection, Clock clock) {
		createUnlessThere(jdbc, protection, clock);
		String stored = jdbc.sql("select secret from tool_secret where name = :name")
			.param("name", MASTER)
			.query(String.class)
			.single();
		String secret = protection.open(stored, PLACE);
		if (!protection.upToDate(stored)) {
			jdbc.sql("update tool_secret set secret = :secret where name = :name and secret = :former")
				.param("secret", protection.seal(secret, PLACE))
				.param("name", MASTER)
				.param("former", stored)
				.update();
		}
		this.master = new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256");
	}

	private static void createUnlessThere(JdbcClient jdbc, KeyProtection protection, Clock clock) {
		int there = jdbc.sql("select count(*) from tool_secret where name = :name")
			.param("name", MASTER)
			.query(Integer.class)
			.single();
		if (there > 0) {
			return;
		}
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		try {
			jdbc.sql("insert into tool_secret (name, secret, created_at) values (:name, :secret, :now)")
				.param("name", MASTER)
				.param("secret", protection.seal(Base64.getEncoder().encodeToString(secret), PLACE))
				.param("now", Utc.of(clock.instant()))
				.update();
		}
		catch (DuplicateKeyException ex) {
			// another node was first: its secret is the one
		}
	}

	@Override
	public byte[] derived(String purpose) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.master);
			return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
