/** Calls to platforms: tests, and what other features' tests need to make calls. */
@NullMarked
package com.humantraffickingexperts.lti.platform;

import org.jspecify.annotations.NullMarked;
