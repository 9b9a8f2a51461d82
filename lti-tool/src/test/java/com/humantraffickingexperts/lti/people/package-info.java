/** Tests of users. */
@NullMarked
package com.humantraffickingexperts.lti.people;

import org.jspecify.annotations.NullMarked;
