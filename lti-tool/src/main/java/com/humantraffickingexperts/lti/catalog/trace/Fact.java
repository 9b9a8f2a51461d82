package com.humantraffickingexperts.lti.catalog.trace;

/**
 * Something in a text that is right or wrong, whoever says it.
 *
 * @param key what is claimed, however it is written: two facts are the same when their
 * keys are
 * @param shown how it stands in the text
 * @param offset where it stands in the text
 */
record Fact(String key, String shown, int offset) {
}
