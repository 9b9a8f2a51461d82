/**
 * The administrator's pages for institutions, registrations, deployments and keys.
 */
@ApplicationModule(allowedDependencies = { "admin", "audit", "catalog", "database", "keys", "launch", "people",
		"registration", "web" })
@NullMarked
package com.humantraffickingexperts.lti.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
