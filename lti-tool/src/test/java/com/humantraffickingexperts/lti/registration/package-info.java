/** Tests of what is inside {@code registration}. */
@NullMarked
package com.humantraffickingexperts.lti.registration;

import org.jspecify.annotations.NullMarked;
