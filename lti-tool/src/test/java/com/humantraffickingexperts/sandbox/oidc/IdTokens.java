package com.humantraffickingexperts.sandbox.oidc;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.keys.PlatformKeys;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;

/**
 * Writes and signs the
 * <a href="https://www.imsglobal.org/spec/security/v1p0/#id-token">id_token</a> of a
 * launch.
 */
@Component
public class IdTokens {

	private final SandboxClock clock;

	private final PlatformKeys keys;

	private final CurrentManners manners;

	private final LaunchClaims claims;

	private final MannersOfClaims mannersOfClaims;

	IdTokens(SandboxClock clock, PlatformKeys keys, CurrentManners manners, LaunchClaims claims,
			MannersOfClaims mannersOfClaims) {
		this.clock = clock;
		this.keys = keys;
		this.manners = manners;
		this.claims = claims;
		this.mannersOfClaims = mannersOfClaims;
	}

	/**
	 * The signed message of a launch.
	 * @param launch the launch
	 * @param nonce the tool's nonce
	 * @return the id_token
	 */
	public String issue(Launch launch, String nonce) {
		return this.keys.sign(claims(launch, nonce));
	}

	/**
	 * The claims of a launch's message.
	 * @param launch the launch
	 * @param nonce the tool's nonce
	 * @return all claims
	 */
	public Map<String, @Nullable Object> claims(Launch launch, String nonce) {
		Map<String, @Nullable Object> claims = this.claims.of(launch);
		long now = this.clock.instant().getEpochSecond();
		claims.put("nonce", nonce);
		claims.put("iat", now);
		claims.put("exp", now + lifetime().toSeconds());
		this.mannersOfClaims.apply(claims, launch);
		return claims;
	}

	private Duration lifetime() {
		return switch (this.manners.get()) {
			case MOODLE -> Duration.ofSeconds(60);
			case BRIGHTSPACE -> Duration.ofMinutes(30);
			case GENERIC -> Duration.ofMinutes(5);
			case CANVAS, BLACKBOARD, SAKAI -> Duration.ofHours(1);
		};
	}

}
