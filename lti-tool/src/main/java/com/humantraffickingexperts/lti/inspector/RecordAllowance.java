package com.humantraffickingexperts.lti.inspector;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * How many records may still be kept in this minute and on this day, so that nobody can
 * fill the database.
 */
@Component
class RecordAllowance {

	private static final int MINUTE = 60;

	private static final int DAY = 24 * 60 * 60;

	private final InspectorSettings settings;

	private final Clock clock;

	/** One for each registration and kind, and few for all that have none. */
	private final Map<Kind, Window> windows = new HashMap<>();

	RecordAllowance(InspectorSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Uses the allowance once.
	 * @return whether there was any left
	 */
	synchronized boolean take(@Nullable RegistrationId registration, boolean accepted, boolean proven) {
		Window window = this.windows.computeIfAbsent(new Kind(registration, accepted, proven), (kind) -> new Window());
		int perMinute = accepted ? this.settings.acceptedPerMinute() : this.settings.refusedPerMinute();
		int perDay = accepted ? this.settings.acceptedPerDay() : this.settings.refusedPerDay();
		return window.take(this.clock.instant().getEpochSecond(), perMinute, perDay);
	}

	private record Kind(@Nullable RegistrationId registration, boolean accepted, boolean proven) {
	}

	/** What was used in the present minute and on the present day. */
	private static final class Window {

		private long minute;

		private int inMinute;

		private long day;

		private int onDay;

		private boolean take(long second, int perMinute, int perDay) {
			if (second / MINUTE != this.minute) {
				this.minute = second / MINUTE;
				this.inMinute = 0;
			}
			if (second / DAY != this.day) {
				this.day = second / DAY;
				this.onDay = 0;
			}
			if (this.inMinute >= perMinute || this.onDay >= perDay) {
				return false;
			}
			this.inMinute++;
			this.onDay++;
			return true;
		}

	}

}
