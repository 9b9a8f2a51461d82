package com.humantraffickingexperts.lti.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.grades.GradeLedger.LedgerPage;
import com.humantraffickingexperts.lti.grades.LedgerEntry;
import com.humantraffickingexperts.lti.grades.ScoreEvent;

/**
 * One grade with its history.
 *
 * @param row the grade
 * @param path its page
 * @param gradesPath the page of all grades
 * @param module the module's id
 * @param version the version that was taken
 * @param sent what the platform last confirmed, or null
 * @param sentAt when, or null
 * @param held what the gradebook held when it was last read, or null
 * @param nextAt when it is sent next, or null
 * @param attempts how often it was tried since it became owed
 * @param resendable whether it can be sent once more
 * @param events what happened, newest first
 */
record GradeView(GradeRow row, String path, String gradesPath, String module, String version, @Nullable String sent,
		@Nullable ZonedDateTime sentAt, @Nullable String held, @Nullable ZonedDateTime nextAt, int attempts,
		boolean resendable, List<Event> events) {

	static GradeView of(LedgerPage page, String grades) {
		LedgerEntry entry = page.entry();
		return new GradeView(GradeRow.of(entry), grades + "/" + entry.id().value(), grades, entry.module(),
				entry.moduleVersion(), (entry.sent() == null) ? null : GradeRow.points(entry.sent()),
				utc(entry.status().sentAt()), (entry.held() == null) ? null : GradeRow.points(entry.held()),
				utc(entry.status().nextAttemptAt()), entry.attempts(), entry.resendable(),
				page.events().stream().map(Event::of).toList());
	}

	private static @Nullable ZonedDateTime utc(@Nullable Instant instant) {
		return (instant == null) ? null : instant.atZone(ZoneOffset.UTC);
	}

	/**
	 * Something that happened.
	 *
	 * @param at when it happened last
	 * @param kind the mark
	 * @param key what happened
	 * @param points the points in question
	 * @param reasonKey why, or null
	 * @param judgedKey what the answer was understood by, or null
	 * @param status the status of the answer, or null
	 * @param times how often
	 * @param firstAt when it happened first
	 * @param nextAt when the grade is sent next, or null
	 * @param note more about it, or null
	 */
	record Event(ZonedDateTime at, String kind, String key, String points, @Nullable String reasonKey,
			@Nullable String judgedKey, @Nullable Integer status, int times, ZonedDateTime firstAt,
			@Nullable ZonedDateTime nextAt, @Nullable String note) {

		static Event of(ScoreEvent event) {
			return new Event(event.lastAt().atZone(ZoneOffset.UTC), kind(event.kind()), event.kind().messageKey(),
					GradeRow.points(event.points()),
					(event.reason() == null) ? null : GradeRow.reasonKey(event.reason()),
					(event.judgedBy() == null) ? null : event.judgedBy().messageKey(), event.status(), event.times(),
					event.firstAt().atZone(ZoneOffset.UTC),
					(event.kind() == ScoreEvent.Kind.FAILED) ? utc(event.nextAt()) : null, event.note());
		}

		private static String kind(ScoreEvent.Kind kind) {
			return switch (kind) {
				case DELIVERED -> "good";
				case OWED, REGRADED, RESENT -> "plain";
				case REFUSED -> "failed";
				case FAILED, MISSING, DIFFERENT, OVERRIDDEN, COLUMN_GONE -> "care";
			};
		}

	}

}
