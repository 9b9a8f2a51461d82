/**
 * The registration doctor: what is wrong between the tool and one platform, in words,
 * with the remedy in that platform; and a canary that notices before people do.
 */
@ApplicationModule(allowedDependencies = { "admin", "console", "database", "grades", "inspector", "keys", "platform",
		"registration", "web" })
@NullMarked
package com.humantraffickingexperts.lti.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
