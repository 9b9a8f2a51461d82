/**
 * Scores: what is owed to a platform's gradebook, and its delivery by the Assignment and
 * Grade Services.
 */
@ApplicationModule(allowedDependencies = { "database", "learning", "launch", "launch :: claims", "platform", "people",
		"registration" })
@NullMarked
package com.humantraffickingexperts.lti.grades;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
