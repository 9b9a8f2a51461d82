/**
 * The people of the sandbox's college.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.people;

import org.jspecify.annotations.NullMarked;
