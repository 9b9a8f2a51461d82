package com.humantraffickingexperts.lti.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.grades.DeliveryReason;
import com.humantraffickingexperts.lti.grades.DeliveryState;
import com.humantraffickingexperts.lti.grades.LedgerEntry;
import com.humantraffickingexperts.lti.learning.Points;

/**
 * A grade in words and numbers. It names the learner by our own id only.
 *
 * @param id the grade's name
 * @param learner the first digits of our id of the learner
 * @param title what the activity is called
 * @param points the best result
 * @param kind the mark of its state
 * @param stateKey the words for its state
 * @param reasonKey why it is not there, or null
 * @param driftKey how the gradebook differed, or null
 * @param at when something last happened
 */
record GradeRow(String id, String learner, String title, String points, String kind, String stateKey,
		@Nullable String reasonKey, @Nullable String driftKey, ZonedDateTime at) {

	private static final int SHOWN = 8;

	static GradeRow of(LedgerEntry entry) {
		DeliveryReason reason = entry.status().reason();
		Instant at = entry.status().owedAt();
		if (entry.status().sentAt() != null && entry.status().sentAt().isAfter(at)) {
			at = entry.status().sentAt();
		}
		return new GradeRow(entry.id().value(), entry.user().value().substring(0, SHOWN), entry.title(),
				points(entry.points()), kind(entry), "ledger.state." + entry.status().state(),
				(reason == null) ? null : reasonKey(reason),
				(entry.drift() == null) ? null : entry.drift().messageKey(), at.atZone(ZoneOffset.UTC));
	}

	static String kind(LedgerEntry entry) {
		DeliveryState state = entry.status().state();
		return switch (state) {
			case WAITING -> "plain";
			case RETRYING -> "care";
			case REFUSED -> "failed";
			case SENT -> (entry.drift() == null) ? "good" : "care";
		};
	}

	static String points(Points points) {
		return number(points.given()) + " / " + number(points.maximum());
	}

	private static String number(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	/** The reason in an operator's words; a learner reads others. */
	static String reasonKey(DeliveryReason reason) {
		return "ledger.reason." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
