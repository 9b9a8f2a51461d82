/** Tests of what is inside {@code launch}. */
@NullMarked
package com.humantraffickingexperts.lti.launch;

import org.jspecify.annotations.NullMarked;
