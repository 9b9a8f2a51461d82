package com.humantraffickingexperts.sandbox.keys;

import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.state.StateFile;

/**
 * The platform's RSA keys: the one that signs, the next one, and those retired lately,
 * all of which the key set shows
 * (<a href="https://www.imsglobal.org/spec/security/v1p0/#h_key-set-url">Security
 * Framework 1.0, key set URL</a>).
 */
@Component
public class PlatformKeys {

	private static final String SECTION = "keys";

	private final SandboxClock clock;

	private final StateFile state;

	private RSAKey next;

	private RSAKey current;

	private final List<RSAKey> retired = new ArrayList<>();

	public PlatformKeys(SandboxClock clock, StateFile state) {
		this.clock = clock;
		this.state = state;
		Kept kept = state.read(SECTION, Kept.class).orElse(null);
		if (kept == null) {
			this.current = fresh();
			this.next = fresh();
			keep();
		}
		else {
			this.current = parse(kept.current());
			this.next = parse(kept.next());
			kept.retired().forEach((key) -> this.retired.add(parse(key)));
		}
	}

	/**
	 * Makes the next key the signing one. The old one stays in the key set, so that what
	 * it signed is still believed.
	 */
	public synchronized void rotate() {
		this.retired.addFirst(this.current);
		this.current = this.next;
		this.next = fresh();
		keep();
	}

	/**
	 * Replaces all keys at once by ones nobody has seen, as after a leak.
	 */
	public synchronized void replaceAll() {
		this.retired.clear();
		this.current = fresh();
		this.next = fresh();
		keep();
	}

	public synchronized void forgetRetired() {
		this.retired.clear();
		keep();
	}

	public synchronized String signingKeyId() {
		return this.current.getKeyID();
	}

	/**
	 * The public keys.
	 * @return current, next and retired ones
	 */
	public synchronized JWKSet publicKeys() {
		List<com.nimbusds.jose.jwk.JWK> keys = new ArrayList<>(List.of(this.current, this.next));
		keys.addAll(this.retired);
		return new JWKSet(keys).toPublicJWKSet();
	}

	/**
	 * Signs a message with the current key.
	 * @param claims the claims; times in seconds
	 * @return the signed message
	 */
	public synchronized String sign(Map<String, @Nullable Object> claims) {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT)
			.keyID(this.current.getKeyID())
			.build();
		JWTClaimsSet.Builder set = new JWTClaimsSet.Builder().serializeNullClaims(true);
		claims.forEach((name, value) -> set.claim(name, isTime(name, value) ? time(value) : value));
		try {
			SignedJWT jwt = new SignedJWT(header, set.build());
			jwt.sign(new RSASSASigner(this.current));
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Cannot sign", ex);
		}
	}

	private static boolean isTime(String name, @Nullable Object value) {
		return value instanceof Number && (name.equals("iat") || name.equals("exp") || name.equals("nbf"));
	}

	private static @Nullable Object time(@Nullable Object value) {
		return (value instanceof Number seconds) ? Date.from(Instant.ofEpochSecond(seconds.longValue())) : value;
	}

	private RSAKey fresh() {
		try {
			return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyID(this.clock.instant().getEpochSecond() + "-" + UUID.randomUUID().toString().substring(0, 8))
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Cannot make a key", ex);
		}
	}

	private void keep() {
		this.state.write(SECTION, new Kept(this.current.toJSONString(), this.next.toJSONString(),
				this.retired.stream().map(RSAKey::toJSONString).toList()));
	}

	private static RSAKey parse(String json) {
		try {
			return RSAKey.parse(json);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The kept keys cannot be read", ex);
		}
	}

	record Kept(String current, String next, List<String> retired) {
	}

}
