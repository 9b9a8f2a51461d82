/** Tests of the tool as a whole. */
@NullMarked
package com.humantraffickingexperts.lti;

import org.jspecify.annotations.NullMarked;
