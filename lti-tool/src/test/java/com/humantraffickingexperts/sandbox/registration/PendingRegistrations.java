package com.humantraffickingexperts.sandbox.registration;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.SandboxClock;

/**
 * Dynamic registrations that an administrator has begun. The token of each is good for
 * one hour and one registration.
 */
@Component
public class PendingRegistrations {

	private static final Duration LIFETIME = Duration.ofHours(1);

	private final SecureRandom random = new SecureRandom();

	private final SandboxClock clock;

	private final Map<String, Pending> pending = new LinkedHashMap<>();

	PendingRegistrations(SandboxClock clock) {
		this.clock = clock;
	}

	/**
	 * A registration that was begun.
	 *
	 * @param token the registration token
	 * @param clientId the client id it will get
	 * @param begun when it was begun
	 * @param used whether a tool has registered with it
	 */
	public record Pending(String token, String clientId, Instant begun, boolean used) {
	}

	synchronized Pending begin() {
		Pending fresh = new Pending(random(24), "tool-" + random(6), this.clock.instant(), false);
		this.pending.put(fresh.token(), fresh);
		return fresh;
	}

	synchronized Optional<Pending> find(String token) {
		return Optional.ofNullable(this.pending.get(token));
	}

	synchronized void used(Pending begun) {
		this.pending.put(begun.token(), new Pending(begun.token(), begun.clientId(), begun.begun(), true));
	}

	boolean isExpired(Pending begun) {
		return begun.begun().plus(LIFETIME).isBefore(this.clock.instant());
	}

	private String random(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
