/** Tests of what is inside {@code network}. */
@NullMarked
package com.humantraffickingexperts.lti.network;

import org.jspecify.annotations.NullMarked;
