package com.humantraffickingexperts.lti.grades;

import java.net.URI;

/** Into which column a score goes. */
sealed interface Column {

	/**
	 * Into this one.
	 *
	 * @param lineItem its address
	 */
	record Found(URI lineItem) implements Column {
	}

	/** Another delivery is looking for it right now. */
	record Busy() implements Column {
	}

	/**
	 * None could be found.
	 *
	 * @param verdict what that means for the score
	 */
	record Missing(Verdict verdict) implements Column {
	}

}
