package com.humantraffickingexperts.lti.grades;

import java.util.Locale;

/** How a gradebook differs from what was delivered to it. */
public enum Drift {

	/** It holds nothing for this learner. */
	MISSING,
	/** It holds less than was delivered. */
	DIFFERENT,
	/** It holds what a teacher entered; that is left as it is. */
	OVERRIDDEN,
	/** The column was deleted. */
	COLUMN_GONE;

	/**
	 * Where the words for people are found.
	 * @return a key of the bundle {@code messages/ledger}
	 */
	public String messageKey() {
		return "ledger.drift." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
