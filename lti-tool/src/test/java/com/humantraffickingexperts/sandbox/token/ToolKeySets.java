package com.humantraffickingexperts.sandbox.token;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.registration.Registration;

/**
 * The public keys of tools, fetched from their key sets. A key set is kept, and fetched
 * again when a message does not fit it, so that a tool can rotate its keys.
 */
@Component
public class ToolKeySets {

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

	private final Map<String, JWKSet> kept = new ConcurrentHashMap<>();

	/** What came of a check. */
	public enum Check {

		GOOD, WRONG_ALGORITHM, NO_KEY_ID, KEYS_UNREACHABLE, UNKNOWN_KEY_ID, BAD_SIGNATURE

	}

	/**
	 * Checks who signed a message.
	 * @param jwt the message
	 * @param registration the tool that should have
	 * @return what came of it
	 */
	public Check check(SignedJWT jwt, Registration registration) {
		if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
			return Check.WRONG_ALGORITHM;
		}
		String keyId = jwt.getHeader().getKeyID();
		if (keyId == null) {
			return Check.NO_KEY_ID;
		}
		JWKSet known = this.kept.get(registration.jwksUri());
		if (known != null && verify(jwt, known.getKeyByKeyId(keyId)) == Check.GOOD) {
			return Check.GOOD;
		}
		JWKSet fetched = fetch(registration.jwksUri());
		if (fetched == null) {
			return Check.KEYS_UNREACHABLE;
		}
		this.kept.put(registration.jwksUri(), fetched);
		return verify(jwt, fetched.getKeyByKeyId(keyId));
	}

	private static Check verify(SignedJWT jwt, @Nullable JWK key) {
		if (!(key instanceof RSAKey rsa)) {
			return Check.UNKNOWN_KEY_ID;
		}
		try {
			return jwt.verify(new RSASSAVerifier(rsa)) ? Check.GOOD : Check.BAD_SIGNATURE;
		}
		catch (JOSEException ex) {
			return Check.BAD_SIGNATURE;
		}
	}

	private @Nullable JWKSet fetch(String uri) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
				.timeout(Duration.ofSeconds(5))
				.header("Accept", "application/json")
				.build();
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			return (response.statusCode() == 200) ? JWKSet.parse(response.body()) : null;
		}
		catch (IOException | ParseException | IllegalArgumentException ex) {
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

}
