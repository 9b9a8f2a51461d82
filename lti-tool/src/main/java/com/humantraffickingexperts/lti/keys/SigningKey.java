package com.humantraffickingexperts.lti.keys;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One of the tool's signing keys, without its private part.
 *
 * @param kid its name, the thumbprint of RFC 7638
 * @param state where it stands
 * @param createdAt when it was made; it is published since then
 * @param inUseSince since when the tool signs with it; null for the next one
 * @param retiredAt since when it signs no more; null for the current and the next one
 * @param encrypted whether the database holds its private part encrypted; true for a
 * retired key, whose private part is destroyed
 */
public record SigningKey(String kid, State state, Instant createdAt, @Nullable Instant inUseSince,
		@Nullable Instant retiredAt, boolean encrypted) {

	/**
	 * How long a key is published before it is used. No platform is known to keep a key
	 * set for longer than a day without asking again.
	 */
	public static final Duration PUBLISHED_BEFORE = Duration.ofHours(24);

	/**
	 * How long a key is published after its last use. What it signed lives for minutes;
	 * the rest is for platforms that verify late, from a queue or a copy.
	 */
	public static final Duration PUBLISHED_AFTER = Duration.ofDays(7);

	/**
	 * When the key leaves the published set.
	 * @return null as long as it has not retired
	 */
	public @Nullable Instant publishedUntil() {
		return (this.retiredAt == null) ? null : this.retiredAt.plus(PUBLISHED_AFTER);
	}

	/** Where a key stands. */
	public enum State {

		/** Published, not used yet. */
		NEXT,
		/** Signs. */
		CURRENT,
		/** Published, not used any more. */
		RETIRED

	}

}
