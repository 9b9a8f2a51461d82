/**
 * From login initiation to a verified launch message, recorded, with a session of its
 * own.
 */
@ApplicationModule(allowedDependencies = { "database", "registration", "keys", "people", "web" })
@NullMarked
package com.humantraffickingexperts.lti.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
