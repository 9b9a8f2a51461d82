/**
 * Which platforms and deployments the tool trusts.
 */
@ApplicationModule(allowedDependencies = { "database" })
@NullMarked
package com.humantraffickingexperts.lti.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
