/**
 * The administration console: who may enter it, its shell and navigation, and its own
 * pages. Features put their pages below {@code /admin} themselves: an
 * {@link com.humantraffickingexperts.lti.admin.AdminSection} for the navigation, and
 * controllers that take an {@link com.humantraffickingexperts.lti.admin.Administrator}.
 */
@ApplicationModule(allowedDependencies = { "audit", "database", "network", "registration", "scheduling", "web" })
@NullMarked
package com.humantraffickingexperts.lti.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
