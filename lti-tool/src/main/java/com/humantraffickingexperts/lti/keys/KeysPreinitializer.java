package com.humantraffickingexperts.lti.keys;

import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Checks a signature that nobody made, on another processor while Spring starts, so that
 * the first launch need not wait until Java has found out how that is done.
 */
final class KeysPreinitializer implements BackgroundPreinitializer {

	private static final int MODULUS_BYTES = 256;

	@Override
	public void preinitialize() throws ParseException, PlatformKeysUnavailable {
		PublishedKeys keys = PublishedKeys.parse(URI.create("about:blank"), """
				{"keys":[{"kty":"RSA","alg":"RS256","use":"sig","kid":"none","e":"AQAB","n":"%s"}]}
				""".formatted(Base64URL.encode(bytes((byte) 0xc3))), Instant.EPOCH);
		keys.verify(new JWSObject(Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"none\"}"), Base64URL.encode("{}"),
				Base64URL.encode(bytes((byte) 0x01))));
	}

	private static byte[] bytes(byte each) {
		byte[] bytes = new byte[MODULUS_BYTES];
		Arrays.fill(bytes, each);
		return bytes;
	}

}
