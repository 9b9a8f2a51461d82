/**
 * The launch inspector: what became of each login and launch, kept for 30 days for the
 * administrators of the institution, without anything by which a person could be known.
 */
@ApplicationModule(allowedDependencies = { "admin", "database", "launch", "launch :: claims", "registration",
		"scheduling", "web" })
@NullMarked
package com.humantraffickingexperts.lti.inspector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
