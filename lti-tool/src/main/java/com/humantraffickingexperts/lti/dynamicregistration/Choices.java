package com.humantraffickingexperts.lti.dynamicregistration;

/**
 * What the platform's administrator decided on the page that names what is asked.
 *
 * @param pseudonymous whether names are left out
 * @param classList whether the tool may read who is in a course
 */
record Choices(boolean pseudonymous, boolean classList) {

	/** Names and the class list are asked for. */
	static final Choices USUAL = new Choices(false, true);

	Choices {
		// the class list names people, whatever the launch leaves out
		classList = classList && !pseudonymous;
	}

}
