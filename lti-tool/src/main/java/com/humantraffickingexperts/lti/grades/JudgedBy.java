package com.humantraffickingexperts.lti.grades;

import java.util.Locale;

/** What an answer to a score was understood by. */
public enum JudgedBy {

	/** The statuses as AGS and HTTP have them. */
	STANDARD,
	/** What is known of the platform's product. */
	PRODUCT,
	/** The result that was read back. */
	RESULT,
	/** No answer of the gradebook: the token, the address or the search for a column. */
	BEFOREHAND;

	/**
	 * Where the words for people are found.
	 * @return a key of the bundle {@code messages/ledger}
	 */
	public String messageKey() {
		return "ledger.judged." + name().toLowerCase(Locale.ROOT);
	}

}
