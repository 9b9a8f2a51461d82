/**
 * Attempts, pages, checks and completion: the player.
 */
@ApplicationModule(allowedDependencies = { "database", "keys", "launch", "launch :: claims", "catalog", "registration",
		"people", "web" })
@NullMarked
package com.humantraffickingexperts.lti.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
