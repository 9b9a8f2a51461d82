package com.humantraffickingexperts.lti.learning;

/** Where the seeds of tries come from, so that tests can set them. */
@FunctionalInterface
interface Seeds {

	/**
	 * A new seed.
	 * @return any number; nobody can tell it from the ones before
	 */
	long next();

}
