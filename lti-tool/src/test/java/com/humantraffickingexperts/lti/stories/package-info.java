/**
 * What people do from beginning to end, in a real browser, with a learning platform
 * around the tool.
 */
@NullMarked
package com.humantraffickingexperts.lti.stories;

import org.jspecify.annotations.NullMarked;
