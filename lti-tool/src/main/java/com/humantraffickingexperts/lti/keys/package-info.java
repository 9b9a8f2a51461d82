/**
 * The tool's signing keys and secrets, and the platforms' public keys, fetched and
 * cached.
 */
@ApplicationModule(allowedDependencies = { "database", "network", "registration" })
@NullMarked
package com.humantraffickingexperts.lti.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
