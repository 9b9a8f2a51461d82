package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether a platform is called at all. It opens after so many failures in a row that
 * chance cannot explain them; then one call after each pause probes whether the platform
 * is back, and its success closes the circuit. A platform that asks to slow down is not
 * called until it said.
 */
final class Circuit {

	/** So many failures in a row are no chance. */
	static final int FAILURES = 10;

	private static final int LONGEST_DOUBLING = 16;

	private final GradesSettings settings;

	private Lane lane;

	Circuit(Lane lane, GradesSettings settings) {
		this.settings = settings;
		this.lane = lane.with(lane.failures(), lane.reason(), lane.openedAt(), null);
	}

	/** How the lane is now. */
	Lane lane() {
		return this.lane;
	}

	boolean open() {
		return this.lane.openedAt() != null;
	}

	boolean paused() {
		return this.lane.pausedUntil() != null;
	}

	/** How many calls may be under way at once. */
	int parallel() {
		return open() ? 1 : this.settings.parallelCalls();
	}

	/**
	 * Learns from an attempt.
	 * @return whether the platform has just come back
	 */
	boolean after(Attempt attempt, Instant now) {
		if (attempt.verdict() == null) {
			return false;
		}
		if (!attempt.troubled()) {
			boolean back = open();
			this.lane = this.lane.with(0, null, null, back ? null : this.lane.pausedUntil());
			return back;
		}
		Verdict.Later later = (Verdict.Later) attempt.verdict();
		if (paused()) {
			// It was under way when the pause began, and only repeats what is known.
			this.lane = this.lane.with(this.lane.failures(), later.reason(), this.lane.openedAt(),
					later(this.lane.pausedUntil(),
							(later.notBefore() == null) ? null : now.plus(shortened(later.notBefore()))));
			return false;
		}
		int failures = this.lane.failures() + 1;
		boolean opens = failures >= FAILURES;
		Instant openedAt = (opens && this.lane.openedAt() == null) ? now : this.lane.openedAt();
		this.lane = this.lane.with(failures, later.reason(), openedAt,
				later(this.lane.pausedUntil(), pause(later, failures, opens, now)));
		return false;
	}

	private @Nullable Instant pause(Verdict.Later later, int failures, boolean opens, Instant now) {
		Duration asked = later.notBefore();
		boolean busy = later.reason() == DeliveryReason.PLATFORM_BUSY;
		if (!opens && asked == null && !busy) {
			return null;
		}
		int doublings = Math.clamp(failures - FAILURES, 0, LONGEST_DOUBLING);
		Duration pause = this.settings.firstRetry().multipliedBy(1L << doublings);
		if (pause.compareTo(this.settings.longestPause()) > 0) {
			pause = this.settings.longestPause();
		}
		if (asked != null && (!opens || asked.compareTo(pause) > 0)) {
			pause = shortened(asked);
		}
		return now.plus(pause);
	}

	/** No platform is believed that asks to wait for longer than a day. */
	private static Duration shortened(Duration asked) {
		return (asked.compareTo(Backoff.LONGEST_ASKED) > 0) ? Backoff.LONGEST_ASKED : asked;
	}

	private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		return (one == null || (other != null && other.isAfter(one))) ? other : one;
	}

}
