/**
 * How the tool starts quickly: Spring is told what it would otherwise find out again and
 * again.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.humantraffickingexperts.lti.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
