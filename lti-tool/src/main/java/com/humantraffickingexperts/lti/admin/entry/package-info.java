/**
 * How administrators come in and stay in: sign-in, sessions, throttling, proof of who
 * they are.
 */
@NullMarked
package com.humantraffickingexperts.lti.admin.entry;

import org.jspecify.annotations.NullMarked;
