/**
 * Compares what modules claim with the sheets of facts that their authors worked from:
 * every citation, date, number and telephone number has to stand on one of them.
 */
@NullMarked
package com.humantraffickingexperts.lti.catalog.trace;

import org.jspecify.annotations.NullMarked;
