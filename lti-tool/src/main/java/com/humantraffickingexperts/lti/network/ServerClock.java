package com.humantraffickingexperts.lti.network;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/** How far another server's clock is from ours, by the {@code Date} of its answer. */
public final class ServerClock {

	/** The header has whole seconds. */
	private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

	private ServerClock() {
	}

	/**
	 * How far a server's clock is ahead of ours.
	 * @param answer the server's answer
	 * @param sent when the request was sent
	 * @param received when the answer had come
	 * @return the difference, negative when its clock is behind; accurate to a second or
	 * to half the time that the answer took; null when the answer has no usable date
	 */
	public static @Nullable Duration ahead(OutboundAnswer answer, Instant sent, Instant received) {
		String date = answer.header("Date");
		if (date == null) {
			return null;
		}
		try {
			Instant answered = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
				.toInstant()
				.plus(HALF_A_SECOND)
				.plusSeconds(age(answer));
			Instant middle = sent.plus(Duration.between(sent, received).dividedBy(2));
			return Duration.between(middle, answered);
		}
		catch (DateTimeException | ArithmeticException ex) {
			return null;
		}
	}

	/** A cache keeps the date of the first answer, and says how old that is. */
	private static long age(OutboundAnswer answer) {
		String age = answer.header("Age");
		return (age != null && age.matches("[0-9]{1,9}")) ? Long.parseLong(age) : 0;
	}

}
