package com.humantraffickingexperts.lti.platform;

import java.net.URI;
import java.time.Clock;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import com.humantraffickingexperts.lti.keys.ToolKeys;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** Real platform calls, for tests that play the platform. */
public final class TestPlatformCalls {

	/** The path of the token endpoint at the played platform. */
	public static final String TOKEN_PATH = "/mod/lti/token.php";

	/** The one scope that most tests need. */
	public static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

	private static final RSAKey KEY = key();

	private TestPlatformCalls() {
	}

	/**
	 * Calls with tokens.
	 * @param http how requests are sent
	 * @param clock the present
	 * @return real calls
	 */
	public static PlatformCalls create(OutboundHttp http, Clock clock) {
		return create(http, signing(), clock);
	}

	/**
	 * Calls with tokens that are asked for with certain keys.
	 * @param http how requests are sent
	 * @param keys who signs
	 * @param clock the present
	 * @return real calls
	 */
	public static PlatformCalls create(OutboundHttp http, ToolKeys keys, Clock clock) {
		return new AuthorizedPlatformCalls(http, new ServiceTokens(new TokenEndpoint(http, keys, clock), clock), clock);
	}

	/**
	 * A platform that is played.
	 * @param origin where it is played
	 * @param id our name for it
	 * @param family its product
	 * @return a registration whose every address lies there
	 */
	public static Registration registration(String origin, String id, PlatformFamily family) {
		return new Registration(new RegistrationId(id), "Example College", origin, "client-" + id, Set.of("1"),
				URI.create(origin + "/mod/lti/auth.php"), URI.create(origin + TOKEN_PATH), origin + TOKEN_PATH,
				URI.create(origin + "/mod/lti/certs.php"), Set.of(), Set.of(), Registration.UnknownDeployments.REFUSE,
				false, true, family);
	}

	/**
	 * A token endpoint's good answer.
	 * @param token the token
	 * @param scopes the scopes granted
	 * @return JSON
	 */
	public static String tokenJson(String token, String... scopes) {
		return """
				{"access_token":"%s","token_type":"Bearer","expires_in":3600,"scope":"%s"}""".formatted(token,
				String.join(" ", scopes));
	}

	static ToolKeys signing() {
		return TestPlatformCalls::sign;
	}

	private static String sign(JWTClaimsSet claims) {
		try {
			SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
					claims);
			jwt.sign(new RSASSASigner(KEY));
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("tool-1").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
