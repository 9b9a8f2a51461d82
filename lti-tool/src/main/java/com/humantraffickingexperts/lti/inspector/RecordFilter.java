package com.humantraffickingexperts.lti.inspector;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Which records are asked for. What is null does not restrict.
 *
 * @param registration the registration
 * @param accepted only accepted launches, or only refused ones
 * @param code the error code
 * @param reference what the person saw
 * @param from the earliest instant
 * @param until the instant before which it was
 */
record RecordFilter(@Nullable RegistrationId registration, @Nullable Boolean accepted, @Nullable String code,
		@Nullable String reference, @Nullable Instant from, @Nullable Instant until) {

	static final RecordFilter ALL = new RecordFilter(null, null, null, null, null, null);

	private static final int HALF = 5;

	/**
	 * A reference as it is stored, however a person typed it.
	 * @param typed what was typed
	 * @return null when nothing was
	 */
	static @Nullable String reference(@Nullable String typed) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
		return (letters.length() > HALF) ? letters.substring(0, HALF) + "-" + letters.substring(HALF) : letters;
	}

}
