/**
 * Work that is done later, off the request: db-scheduler, started and stopped with the
 * tool.
 */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package com.humantraffickingexperts.lti.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
