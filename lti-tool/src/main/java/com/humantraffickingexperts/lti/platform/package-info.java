/**
 * How the tool calls a platform: a service token for each registration and scope set, and
 * the kinds of failure.
 */
@ApplicationModule(allowedDependencies = { "database", "registration", "keys", "network" })
@NullMarked
package com.humantraffickingexperts.lti.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
