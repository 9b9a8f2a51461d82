package com.humantraffickingexperts.lti.grades;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The {@code timestamp} of a score:
 * <a href= "https://www.imsglobal.org/spec/lti-ags/v2p0#timestamp">AGS 2.0, section
 * 3.4.7</a>.
 */
final class ScoreTimestamp {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter
		.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private ScoreTimestamp() {
	}

	/**
	 * The timestamp of a new score. Platforms refuse a score that is not later than the
	 * one they hold, and Moodle compares whole seconds.
	 * @param now the present
	 * @param last the timestamp of the score before, if there was one
	 * @return the present, or the next second after the last one; if that lies ahead, the
	 * score has to wait for it
	 */
	static Instant next(Instant now, @Nullable Instant last) {
		Instant candidate = now.truncatedTo(ChronoUnit.MILLIS);
		if (last == null) {
			return candidate;
		}
		Instant earliest = last.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
		return candidate.isBefore(earliest) ? earliest : candidate;
	}

	/**
	 * The timestamp as it is sent: exactly three digits of the second, in UTC.
	 */
	static String text(Instant timestamp) {
		return FORMAT.format(timestamp);
	}

}
