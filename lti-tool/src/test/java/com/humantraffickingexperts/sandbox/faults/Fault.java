package com.humantraffickingexperts.sandbox.faults;

import java.time.Duration;

/**
 * Something that goes wrong.
 *
 * @param kind what goes wrong
 * @param status the status, where the fault answers with one
 * @param delay how long to wait, or what {@code Retry-After} says
 * @param chance how likely it is for each call, from 0 to 1
 * @param calls how many calls it strikes before it is over; negative for all
 */
public record Fault(Kind kind, int status, Duration delay, double chance, int calls) {

	/** What can go wrong. */
	public enum Kind {

		/** The answer is right, but late. */
		SLOW("Slow"),
		/** A status and nothing useful. */
		STATUS("Error status"),
		/** 429 with {@code Retry-After}. */
		TOO_MANY_REQUESTS("429 with Retry-After"),
		/** Canvas's throttle: 403 in plain text, without {@code Retry-After}. */
		THROTTLED("403 Rate Limit Exceeded (Canvas)"),
		/** The connection ends without an answer. */
		RESET("Connection reset"),
		/** The access token is taken for expired. */
		EXPIRED_TOKEN("Expired token");

		private final String title;

		Kind(String title) {
			this.title = title;
		}

		public String title() {
			return this.title;
		}

	}

	public static Fault slow(Duration delay) {
		return new Fault(Kind.SLOW, 0, delay, 1, -1);
	}

	public static Fault status(int status) {
		return new Fault(Kind.STATUS, status, Duration.ZERO, 1, -1);
	}

	public static Fault tooManyRequests(Duration retryAfter) {
		return new Fault(Kind.TOO_MANY_REQUESTS, 429, retryAfter, 1, -1);
	}

	public static Fault throttled() {
		return new Fault(Kind.THROTTLED, 403, Duration.ZERO, 1, -1);
	}

	public static Fault reset() {
		return new Fault(Kind.RESET, 0, Duration.ZERO, 1, -1);
	}

	public static Fault expiredToken() {
		return new Fault(Kind.EXPIRED_TOKEN, 401, Duration.ZERO, 1, -1);
	}

	/**
	 * The same fault for a number of calls only.
	 * @param count how many
	 * @return the fault
	 */
	public Fault first(int count) {
		return new Fault(this.kind, this.status, this.delay, this.chance, count);
	}

	/**
	 * The same fault for some of the calls.
	 * @param newChance how likely it is for each, from 0 to 1
	 * @return the fault
	 */
	public Fault withChance(double newChance) {
		return new Fault(this.kind, this.status, this.delay, newChance, this.calls);
	}

	public boolean isOver() {
		return this.calls == 0;
	}

}
