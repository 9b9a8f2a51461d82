package com.humantraffickingexperts.lti.learning;

/**
 * How somebody reads.
 *
 * @param textOnly whether pictures are told in words until they are asked for
 * @param equivalents whether pages that may distress are replaced by those that teach the
 * same without it
 */
record Reading(boolean textOnly, boolean equivalents) {

	static final Reading USUAL = new Reading(false, false);

}
