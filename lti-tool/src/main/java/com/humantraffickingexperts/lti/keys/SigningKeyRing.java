package com.humantraffickingexperts.lti.keys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import com.humantraffickingexperts.lti.keys.SigningKey.State;

/**
 * The tool's keys as one node holds them in memory, ready to sign and to be published.
 */
final class SigningKeyRing {

	private final Map<String, State> states = new TreeMap<>();

	private final Map<String, RSAKey> keys = new TreeMap<>();

	private final JWSHeader header;

	private final RSASSASigner signer;

	private final byte[] published;

	SigningKeyRing(List<Member> members) {
		members.forEach((member) -> {
			this.states.put(member.key().getKeyID(), member.state());
			this.keys.put(member.key().getKeyID(), member.key());
		});
		RSAKey current = members.stream()
			.filter((member) -> member.state() == State.CURRENT)
			.map(Member::key)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The database holds no signing key that is in use"));
		try {
			this.signer = new RSASSASigner(current);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The stored signing key cannot be used", ex);
		}
		this.header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(current.getKeyID())
			.type(JOSEObjectType.JWT)
			.build();
		this.published = new JWKSet(members.stream().<JWK>map(Member::key).toList()).toPublicJWKSet()
			.toString(true)
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Whether nothing has changed.
	 * @param stored the states of the keys in the database, by name
	 * @return true when this ring says the same
	 */
	boolean says(Map<String, State> stored) {
		return this.states.equals(stored);
	}

	RSAKey key(String kid) {
		RSAKey key = this.keys.get(kid);
		if (key == null) {
			throw new IllegalStateException("This node does not hold the signing key " + kid);
		}
		return key;
	}

	String sign(JWTClaimsSet claims) {
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
	 * The public keys.
	 * @return a JWK Set without private members, as JSON
	 */
	byte[] published() {
		return this.published.clone();
	}

	/**
	 * A key of the ring.
	 *
	 * @param key the key, with its private part unless it has retired
	 * @param state where it stands
	 */
	record Member(RSAKey key, State state) {
	}

}
