package com.humantraffickingexperts.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.stereotype.Component;

/**
 * The platform's clock, which can be made to run ahead of, or behind, everyone else's.
 */
@Component
public class SandboxClock extends Clock {

	private final Clock honest;

	private volatile Duration skew = Duration.ZERO;

	public SandboxClock(SandboxSettings settings) {
		this.honest = settings.clock();
	}

	/**
	 * Lets the platform's clock run ahead of the true time.
	 * @param ahead how far; negative for behind
	 */
	public void skew(Duration ahead) {
		this.skew = ahead;
	}

	public Duration skew() {
		return this.skew;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this.honest.withZone(zone);
	}

	@Override
	public Instant instant() {
		return this.honest.instant().plus(this.skew);
	}

}
