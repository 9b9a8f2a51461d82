/**
 * A class: everybody in the course of an activity, for those who teach it. It puts
 * together who is there ({@code roster}), what they have done ({@code learning}) and
 * where their grades are ({@code grades}), and keeps nothing of its own.
 */
@ApplicationModule(allowedDependencies = { "audit", "database", "grades", "launch", "launch :: claims", "learning",
		"people", "registration", "roster", "web" })
@NullMarked
package com.humantraffickingexperts.lti.classes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
