package com.humantraffickingexperts.lti.keys;

import java.math.BigInteger;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one platform that may verify RS256 signatures. Others in the same set are
 * passed over, so that one unusable key never hides a good one.
 */
final class PublishedKeys {

	private static final int SMALLEST_MODULUS = 2048;

	private static final int LARGEST_MODULUS = 8192;

	private static final Logger logger = LoggerFactory.getLogger(PublishedKeys.class);

	private final Map<String, List<JWSVerifier>> verifiers;

	/** What verifies under any name. */
	private final List<JWSVerifier> nameless;

	private final Instant fetchedAt;

	private PublishedKeys(Map<String, List<JWSVerifier>> verifiers, List<JWSVerifier> nameless, Instant fetchedAt) {
		this.verifiers = verifiers;
		this.nameless = nameless;
		this.fetchedAt = fetchedAt;
	}

	/** One key that was given by hand, without a name. */
	static PublishedKeys given(RSAPublicKey key) {
		boolean usable = usable(new RSAKey.Builder(key).build());
		return new PublishedKeys(Map.of(), usable ? List.of(new RSASSAVerifier(key)) : List.of(), Instant.MAX);
	}

	static PublishedKeys parse(URI jwksUri, String text, Instant fetchedAt) throws PlatformKeysUnavailable {
		Map<String, List<JWSVerifier>> verifiers = new HashMap<>();
		for (Object key : keys(jwksUri, text)) {
			if (key instanceof Map<?, ?> members) {
				add(verifiers, members, jwksUri);
			}
		}
		return new PublishedKeys(verifiers, List.of(), fetchedAt);
	}

	static List<?> keys(URI jwksUri, String text) throws PlatformKeysUnavailable {
		try {
			String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
			if (json.stripLeading().startsWith("{")
					&& JSONObjectUtils.parse(json).get("keys") instanceof List<?> keys) {
				return keys;
			}
			throw new PlatformKeysUnavailable(jwksUri, "not a key set", null);
		}
		catch (ParseException ex) {
			throw new PlatformKeysUnavailable(jwksUri, "not JSON", null);
		}
	}

	private static void add(Map<String, List<JWSVerifier>> verifiers, Map<?, ?> members, URI jwksUri) {
		try {
			Map<String, Object> json = new HashMap<>();
			members.forEach((name, value) -> json.put(String.valueOf(name), value));
			JWK key = JWK.parse(json);
			if (key.getKeyID() == null || !(key instanceof RSAKey rsa) || !usable(rsa)) {
				return;
			}
			if (rsa.isPrivate()) {
				logger.warn("The key set at {} publishes a private key: that platform's key is compromised", jwksUri);
			}
			verifiers.computeIfAbsent(rsa.getKeyID(), (kid) -> new ArrayList<>())
				.add(new RSASSAVerifier(rsa.toRSAPublicKey()));
		}
		catch (ParseException | JOSEException | IllegalArgumentException ex) {
			logger.debug("A key at {} is passed over: {}", jwksUri, ex.getMessage());
		}
	}

	static boolean usable(RSAKey key) {
		BigInteger modulus = key.getModulus().decodeToBigInteger();
		BigInteger exponent = key.getPublicExponent().decodeToBigInteger();
		Set<KeyOperation> operations = key.getKeyOperations();
		return (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
				&& (key.getAlgorithm() == null || JWSAlgorithm.RS256.getName().equals(key.getAlgorithm().getName()))
				&& (operations == null || operations.contains(KeyOperation.VERIFY))
				&& modulus.bitLength() >= SMALLEST_MODULUS && modulus.bitLength() <= LARGEST_MODULUS
				&& modulus.testBit(0) && exponent.testBit(0) && exponent.compareTo(BigInteger.ONE) > 0
				&& exponent.bitLength() <= 64;
	}

	Instant fetchedAt() {
		return this.fetchedAt;
	}

	PlatformKeys.Verification verify(JWSObject signed) {
		String kid = signed.getHeader().getKeyID();
		List<JWSVerifier> candidates = (kid == null) ? List.of() : this.verifiers.getOrDefault(kid, this.nameless);
		if (candidates.isEmpty()) {
			return PlatformKeys.Verification.UNKNOWN_KEY;
		}
		try {
			for (JWSVerifier candidate : candidates) {
				if (JWSAlgorithm.RS256.equals(signed.getHeader().getAlgorithm()) && signed.verify(candidate)) {
					return PlatformKeys.Verification.VALID;
				}
			}
			return PlatformKeys.Verification.INVALID;
		}
		catch (JOSEException ex) {
			return PlatformKeys.Verification.INVALID;
		}
	}

}
