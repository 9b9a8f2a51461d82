package com.humantraffickingexperts.lti.platform;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.network.OutboundAnswer;

/**
 * The {@code Retry-After} header:
 * <a href= "https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section
 * 10.2.3</a>.
 */
final class RetryAfter {

	private RetryAfter() {
	}

	static @Nullable Duration of(OutboundAnswer answer, Instant now) {
		String value = answer.header("Retry-After");
		if (value == null) {
			return null;
		}
		String text = value.strip();
		if (text.matches("[0-9]{1,9}")) {
			return Duration.ofSeconds(Long.parseLong(text));
		}
		try {
			Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
