/**
 * Who changed what, and when: entries that are added and read, and never changed.
 */
@ApplicationModule(allowedDependencies = { "database", "web" })
@NullMarked
package com.humantraffickingexperts.lti.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
