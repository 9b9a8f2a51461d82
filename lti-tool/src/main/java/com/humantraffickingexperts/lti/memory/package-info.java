/**
 * How the tool stays small: what is no longer used is given back before the heap has
 * grown to its limit.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.humantraffickingexperts.lti.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
