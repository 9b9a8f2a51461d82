/** Tests of what is inside {@code keys}. */
@NullMarked
package com.humantraffickingexperts.lti.keys;

import org.jspecify.annotations.NullMarked;
