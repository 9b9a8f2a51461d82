/**
 * Who is who: one user for each registration and subject, kept minimal.
 */
@ApplicationModule(allowedDependencies = { "database", "registration" })
@NullMarked
package com.humantraffickingexperts.lti.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
