package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.time.Instant;

/**
 * When a learner moves from one release of a module to another. A correction reaches
 * everybody; a new page waits for the next launch; and where right answers, objectives or
 * rules have changed, whoever has begun may end as they began, for a while.
 */
enum Update {

	/** Corrections: the third number of the version, or a draft that goes on. */
	PATCH,
	/** More or better of the same: the second number. */
	MINOR,
	/** Something else is right: the first number. */
	MAJOR;

	/** So long an open check may be finished after that. */
	static final Duration OPEN_CHECK = Duration.ofHours(24);

	static Update between(String from, String to) {
		String[] before = from.split("\\.", 3);
		String[] after = to.split("\\.", 3);
		if (before.length < 3 || after.length < 3 || !before[0].equals(after[0])) {
			return MAJOR;
		}
		return before[1].equals(after[1]) ? PATCH : MINOR;
	}

	/**
	 * Whether a learner may choose to move before the time.
	 * @param completed whether they have completed the module
	 * @return false where it comes by itself, or where they would lose what they reached
	 */
	boolean mayBeChosen(boolean completed) {
		return this == MINOR || (this == MAJOR && !completed);
	}

	/**
	 * Whether an attempt moves now.
	 * @param pin what it is pinned to
	 * @param released when the other release came
	 * @param launched when the learner arrived
	 * @param now the present
	 * @param sunset so long the old module may be finished where something else is right
	 * @return true to move
	 */
	boolean moves(Pin pin, Instant released, Instant launched, Instant now, Duration sunset) {
		if (pin.openSince() != null && !(this == MAJOR && now.isAfter(pin.openSince().plus(OPEN_CHECK)))) {
			return false;
		}
		return switch (this) {
			case PATCH -> true;
			case MINOR -> !pin.completed() && !launched.isBefore(released);
			case MAJOR -> !pin.completed() && now.isAfter(released.plus(sunset));
		};
	}

}
