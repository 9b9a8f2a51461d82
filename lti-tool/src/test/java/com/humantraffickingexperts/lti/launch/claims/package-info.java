/** Tests of what is inside {@code launch.claims}. */
@NullMarked
package com.humantraffickingexperts.lti.launch.claims;

import org.jspecify.annotations.NullMarked;
