/** Tests of what is inside {@code web}. */
@NullMarked
package com.humantraffickingexperts.lti.web;

import org.jspecify.annotations.NullMarked;
