/**
 * An LTI 1.3 and LTI Advantage platform that stands in for a learning platform: for
 * people who try the tool without one, and for tests. It is written against the 1EdTech
 * specifications and knows nothing of the tool's classes.
 */
@NullMarked
package com.humantraffickingexperts.sandbox;

import org.jspecify.annotations.NullMarked;
