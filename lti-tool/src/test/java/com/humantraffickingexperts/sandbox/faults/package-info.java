/**
 * Faults on demand, and a record of what was asked of the platform.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.faults;

import org.jspecify.annotations.NullMarked;
