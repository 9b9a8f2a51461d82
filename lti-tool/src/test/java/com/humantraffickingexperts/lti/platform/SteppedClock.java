package com.humantraffickingexperts.lti.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when a test says so. */
public final class SteppedClock extends Clock {

	/** Where every test begins. */
	public static final Instant START = Instant.parse("2026-11-23T10:00:00.250Z");

	private final AtomicReference<Instant> now = new AtomicReference<>(START);

	/**
	 * Lets time pass.
	 * @param duration how much
	 */
	public void advance(Duration duration) {
		this.now.updateAndGet((instant) -> instant.plus(duration));
	}

	@Override
	public Instant instant() {
		return this.now.get();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
