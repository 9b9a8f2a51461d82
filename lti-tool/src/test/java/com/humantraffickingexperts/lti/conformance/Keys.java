package com.humantraffickingexperts.lti.conformance;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.jwk.RSAKey;
import tools.jackson.databind.node.ObjectNode;

/** The keys of the stories, and signatures made with them. */
final class Keys {

	private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

	private Keys() {
	}

	/**
	 * A key pair that stays the same for the whole run.
	 * @param name whose it is, for instance {@code platform.k1}
	 * @return the pair
	 */
	static KeyPair pair(String name) {
		return PAIRS.computeIfAbsent(name, Keys::generate);
	}

	private static KeyPair generate(String name) {
		try {
			if (name.endsWith("EC")) {
				KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
				generator.initialize(256);
				return generator.generateKeyPair();
			}
			if (name.endsWith("Ed")) {
				return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
			}
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(name.endsWith("weak") ? 1024 : 2048);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The public key as a platform publishes it.
	 * @param name whose it is
	 * @param kid the name under which it is published
	 * @return a JWK
	 */
	static ObjectNode published(String name, String kid) {
		RSAKey key = new RSAKey.Builder((RSAPublicKey) pair(name).getPublic()).keyID(kid).build();
		return Json.object(key.toJSONString()).put("alg", "RS256").put("use", "sig");
	}

	/**
	 * The whole key, as no platform should publish it.
	 * @param name whose it is
	 * @param kid the name under which it is published
	 * @return a JWK with private members
	 */
	static ObjectNode leaked(String name, String kid) {
		KeyPair pair = pair(name);
		RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey(pair.getPrivate())
			.keyID(kid)
			.build();
		return Json.object(key.toJSONString());
	}

	static byte[] sign(String name, String algorithm, byte[] input) {
		return switch (algorithm) {
			case "RS384" -> sign("SHA384withRSA", pair(name).getPrivate(), input);
			case "RS512" -> sign("SHA512withRSA", pair(name).getPrivate(), input);
			case "PS256" -> pss("SHA-256", MGF1ParameterSpec.SHA256, 32, name, input);
			case "PS384" -> pss("SHA-384", MGF1ParameterSpec.SHA384, 48, name, input);
			case "PS512" -> pss("SHA-512", MGF1ParameterSpec.SHA512, 64, name, input);
			case "EdDSA" -> sign("Ed25519", pair("attackerEd").getPrivate(), input);
			case "ES256" -> sign("SHA256withECDSAinP1363Format", pair("attackerEC").getPrivate(), input);
			case "RS1" -> sign("SHA1withRSA", pair(name).getPrivate(), input);
			default -> sign("SHA256withRSA", pair(name).getPrivate(), input);
		};
	}

	private static byte[] sign(String algorithm, PrivateKey key, byte[] input) {
		try {
			Signature signature = Signature.getInstance(algorithm);
			signature.initSign(key);
			signature.update(input);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] pss(String digest, MGF1ParameterSpec mask, int salt, String name, byte[] input) {
		try {
			Signature signature = Signature.getInstance("RSASSA-PSS");
			signature.setParameter(new PSSParameterSpec(digest, "MGF1", mask, salt, 1));
			signature.initSign(pair(name).getPrivate());
			signature.update(input);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec((key.length == 0) ? new byte[1] : key, "HmacSHA256"));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Bleichenbacher's forgery of 2006: the cube of the result begins like a padded
	 * digest, which convinces whoever does not look at the rest.
	 * @param digestInfo what the padding encloses
	 * @param bytes the length of the modulus
	 * @return a signature for a key whose public exponent is 3
	 */
	static byte[] forged(byte[] digestInfo, int bytes) {
		byte[] block = new byte[bytes];
		block[1] = 1;
		for (int i = 2; i < 10; i++) {
			block[i] = (byte) 0xff;
		}
		System.arraycopy(digestInfo, 0, block, 11, digestInfo.length);
		BigInteger low = BigInteger.ZERO;
		BigInteger high = BigInteger.ONE.shiftLeft(bytes * 8 / 3 + 1);
		BigInteger wanted = new BigInteger(1, block);
		while (low.compareTo(high) < 0) {
			BigInteger middle = low.add(high).shiftRight(1);
			if (middle.pow(3).compareTo(wanted) < 0) {
				low = middle.add(BigInteger.ONE);
			}
			else {
				high = middle;
			}
		}
		byte[] root = low.toByteArray();
		byte[] signature = new byte[bytes];
		System.arraycopy(root, 0, signature, bytes - root.length, root.length);
		return signature;
	}

	static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static String base64(String text) {
		return base64(text.getBytes(StandardCharsets.UTF_8));
	}

}
