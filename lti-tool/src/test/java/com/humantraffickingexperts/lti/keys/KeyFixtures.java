package com.humantraffickingexperts.lti.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Keys of a platform and what they sign. */
final class KeyFixtures {

	static final RSAKey K1 = generate("k1", 2048);

	static final RSAKey K2 = generate("k2", 2048);

	static final RSAKey OTHER_K1 = generate("k1", 2048);

	static final RSAKey WEAK = generate("weak", 1024);

	private KeyFixtures() {
	}

	private static RSAKey generate(String kid, int bits) {
		try {
			return new RSAKeyGenerator(bits, true).keyID(kid).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static JWSObject signedBy(RSAKey key) {
		return signed(key, JWSAlgorithm.RS256);
	}

	static JWSObject signed(RSAKey key, JWSAlgorithm algorithm) {
		try {
			JWSObject signed = new JWSObject(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
					new Payload("{}"));
			signed.sign(new RSASSASigner(key, true));
			return signed;
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String keySet(String... keys) {
		return "{\"keys\":[" + String.join(",", keys) + "]}";
	}

	static String publicPart(RSAKey key) {
		return key.toPublicJWK().toJSONString();
	}

}
