package com.humantraffickingexperts.bench;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The platform's RSA key, of many small primes: signing is several times as cheap as with
 * two large ones, so that the driver stays out of the way, while the tool sees an
 * ordinary public key of 2048 bits. Such a key protects nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8017#section-9.2">RFC 8017, 9.2</a>
 */
final class SigningKey {

	static final String KEY_ID = "bench-1";

	private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

	private static final int BITS = 2048;

	private static final int PRIMES = 8;

	private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private static final String HEADER = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}")
			+ ".";

	private final BigInteger modulus;

	private final List<Factor> factors;

	private SigningKey(BigInteger modulus, List<BigInteger> primes) {
		this.modulus = modulus;
		this.factors = primes.stream().map((prime) -> Factor.of(prime, modulus)).toList();
	}

	static SigningKey generate() {
		SecureRandom random = new SecureRandom();
		while (true) {
			List<BigInteger> primes = Stream.generate(() -> largePrime(random))
				.filter((prime) -> prime.subtract(BigInteger.ONE).gcd(EXPONENT).equals(BigInteger.ONE))
				.limit(PRIMES)
				.distinct()
				.toList();
			BigInteger modulus = primes.stream().reduce(BigInteger.ONE, BigInteger::multiply);
			if (modulus.bitLength() == BITS && primes.size() == PRIMES) {
				return new SigningKey(modulus, primes);
			}
		}
	}

	/**
	 * With its four highest bits set, so that the product of all primes has every bit
	 * that it should have.
	 */
	private static BigInteger largePrime(SecureRandom random) {
		int bits = BITS / PRIMES;
		BigInteger number = new BigInteger(bits, random);
		for (int bit = 1; bit <= 4; bit++) {
			number = number.setBit(bits - bit);
		}
		return number.nextProbablePrime();
	}

	/**
	 * The key set that the platform publishes.
	 * @return JSON
	 */
	String publicKeySet() {
		return """
				{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"AQAB"}]}""".formatted(KEY_ID,
				ENCODER.encodeToString(fixedLength(this.modulus)));
	}

	/**
	 * Signs claims as a JWT with RS256.
	 * @param claims JSON
	 * @return the compact form
	 */
	String sign(String claims) {
		String signed = HEADER + encoded(claims);
		return signed + "." + ENCODER.encodeToString(signature(signed.getBytes(StandardCharsets.US_ASCII)));
	}

	private byte[] signature(byte[] signed) {
		BigInteger message = new BigInteger(1, padded(sha256(signed)));
		BigInteger sum = BigInteger.ZERO;
		for (Factor factor : this.factors) {
			sum = sum.add(message.modPow(factor.exponent(), factor.prime()).multiply(factor.coefficient()));
		}
		return fixedLength(sum.mod(this.modulus));
	}

	private static byte[] padded(byte[] digest) {
		byte[] padded = new byte[BITS / 8];
		Arrays.fill(padded, (byte) 0xff);
		padded[0] = 0;
		padded[1] = 1;
		int info = padded.length - digest.length - DIGEST_INFO.length;
		padded[info - 1] = 0;
		System.arraycopy(DIGEST_INFO, 0, padded, info, DIGEST_INFO.length);
		System.arraycopy(digest, 0, padded, padded.length - digest.length, digest.length);
		return padded;
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] fixedLength(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] fixed = new byte[BITS / 8];
		int length = Math.min(bytes.length, fixed.length);
		System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
		return fixed;
	}

	private static String encoded(String text) {
		return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * One prime with what the Chinese remainder theorem needs of it.
	 *
	 * @param prime the prime
	 * @param exponent the private exponent modulo the prime less one
	 * @param coefficient 1 modulo this prime, 0 modulo all others
	 */
	private record Factor(BigInteger prime, BigInteger exponent, BigInteger coefficient) {

		static Factor of(BigInteger prime, BigInteger modulus) {
			BigInteger others = modulus.divide(prime);
			return new Factor(prime, EXPONENT.modInverse(prime.subtract(BigInteger.ONE)),
					others.multiply(others.modInverse(prime)));
		}

	}

}
