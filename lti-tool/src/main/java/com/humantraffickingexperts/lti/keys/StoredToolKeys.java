package com.humantraffickingexperts.lti.keys;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.keys.JdbcSigningKeys.StoredKey;
import com.humantraffickingexperts.lti.keys.SigningKey.State;

/**
 * The tool's keys in the database, held in memory: signing asks nobody. The first node
 * that starts makes the current key and the next one.
 */
@Component
class StoredToolKeys implements ToolKeys {

	private static final int MODULUS = 2048;

	private static final int FIRST_SLOT = 1;

	private final JdbcSigningKeys stored;

	private final KeyProtection protection;

	private volatile SigningKeyRing ring;

	StoredToolKeys(JdbcSigningKeys stored, KeyProtection protection, Clock clock) {
		this.stored = stored;
		this.protection = protection;
		createMissing(clock.instant());
		encryptAnew();
		this.ring = read(this.stored.all());
	}

	/**
	 * Where another node is first, its keys are the ones. Where the current key was taken
	 * away, the next one signs.
	 */
	void createMissing(Instant now) {
		List<StoredKey> keys = this.stored.all();
		if (keys.stream().noneMatch((key) -> key.state() == State.CURRENT)) {
			Optional<StoredKey> next = keys.stream().filter((key) -> key.state() == State.NEXT).findFirst();
			if (next.isPresent()) {
				this.stored.use(next.get().kid(), now);
			}
			else {
				insert(created(), slotAfter(keys), now, now);
			}
			keys = this.stored.all();
		}
		if (keys.stream().noneMatch((key) -> key.state() == State.NEXT)) {
			insert(created(), slotAfter(keys), now, null);
		}
	}

	private static int slotAfter(List<StoredKey> keys) {
		return keys.isEmpty() ? FIRST_SLOT : keys.getLast().slot() + 1;
	}

	private void encryptAnew() {
		for (StoredKey key : this.stored.all()) {
			if (key.state() != State.RETIRED && !this.protection.upToDate(key.jwk())) {
				String secret = this.protection.open(key.jwk(), key.place());
				this.stored.replace(key.kid(), key.jwk(), this.protection.seal(secret, key.place()));
			}
		}
	}

	static RSAKey created() {
		try {
			return new RSAKeyGenerator(MODULUS).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyIDFromThumbprint(true)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("A signing key cannot be made", ex);
		}
	}

	/**
	 * Stores a key, encrypted if the settings say so.
	 * @param key the key
	 * @param slot its place in the order of use
	 * @param now the present
	 * @param inUseSince since when it signs; null for the next one
	 * @return false when the place is taken
	 */
	boolean insert(RSAKey key, int slot, Instant now, @Nullable Instant inUseSince) {
		String place = new StoredKey(key.getKeyID(), slot, "", now, inUseSince, null).place();
		return this.stored.insert(key.getKeyID(), slot, this.protection.seal(key.toJSONString(), place), now,
				inUseSince);
	}

	/** Takes over what has changed in the database, if anything has. */
	void refresh() {
		List<StoredKey> keys = this.stored.all();
		Map<String, State> states = new TreeMap<>();
		keys.forEach((key) -> states.put(key.kid(), key.state()));
		if (!this.ring.says(states)) {
			this.ring = read(keys);
		}
	}

	private SigningKeyRing read(List<StoredKey> keys) {
		return new SigningKeyRing(keys.stream()
			.map((key) -> new SigningKeyRing.Member(parse(this.protection.open(key.jwk(), key.place())), key.state()))
			.toList());
	}

	private static RSAKey parse(String stored) {
		try {
			return RSAKey.parse(stored);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("A stored signing key cannot be read", ex);
		}
	}

	SigningKeyRing ring() {
		return this.ring;
	}

	@Override
	public String sign(JWTClaimsSet claims) {
		return this.ring.sign(claims);
	}

}
