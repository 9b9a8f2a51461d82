/**
 * The resource library: publications that the modules share, with what has changed since
 * they came out. It can be reached from every module, and placed in a course by itself.
 */
@ApplicationModule(allowedDependencies = { "catalog", "launch", "launch :: claims", "web" })
@NullMarked
package com.humantraffickingexperts.lti.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
