package com.humantraffickingexperts.lti.learning;

import org.jspecify.annotations.Nullable;

/**
 * A reflection as its learner left it.
 *
 * @param revision how often it was saved or deleted; 0 when it never was
 * @param text what was written; null when nothing is kept of it
 */
record Written(int revision, @Nullable String text) {

	static final Written NOTHING = new Written(0, null);

}
