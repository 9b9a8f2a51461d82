package com.humantraffickingexperts.lti.grades;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.learning.Points;

/**
 * Something that happened to a score. What happens again for the same reason is counted
 * rather than written down again, so the history of a score stays short.
 *
 * @param revision which state of the score
 * @param kind what happened
 * @param reason why; only where something failed or differs
 * @param judgedBy what the answer was understood by, or null where there was none
 * @param status the status of the platform's answer, or null where none came
 * @param times how often it happened
 * @param points the points in question
 * @param firstAt when it happened first
 * @param lastAt when it happened last
 * @param nextAt when the score is sent next, or null
 * @param note more about it in plain words, or null
 */
public record ScoreEvent(int revision, Kind kind, @Nullable DeliveryReason reason, @Nullable JudgedBy judgedBy,
		@Nullable Integer status, int times, Points points, Instant firstAt, Instant lastAt, @Nullable Instant nextAt,
		@Nullable String note) {

	ScoreEvent(int revision, Kind kind, @Nullable DeliveryReason reason, @Nullable JudgedBy judgedBy,
			@Nullable Integer status, int times, Points points, Instant firstAt, Instant lastAt,
			@Nullable Instant nextAt) {
		this(revision, kind, reason, judgedBy, status, times, points, firstAt, lastAt, nextAt, null);
	}

	/** What happened to a score. */
	public enum Kind {

		/** It became owed: a learner completed or improved. */
		OWED,
		/** It became owed, or more: a question had been marked wrongly. */
		REGRADED,
		/** Somebody asked to send it again. */
		RESENT,
		/** It was sent and the platform holds it. */
		DELIVERED,
		/** It could not be delivered and is sent again by itself. */
		FAILED,
		/** It cannot be delivered until somebody changes something. */
		REFUSED,
		/** The gradebook was read and does not hold it. */
		MISSING,
		/** The gradebook was read and holds less. */
		DIFFERENT,
		/** The gradebook was read and holds what a teacher entered. */
		OVERRIDDEN,
		/** The gradebook was read and its column is gone. */
		COLUMN_GONE;

		/**
		 * Where the sentence for people is found.
		 * @return a key of the bundle {@code messages/ledger}
		 */
		public String messageKey() {
			return "ledger.event." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
