/**
 * Registers the tool with a platform by LTI Dynamic Registration or by Canvas's
 * configuration, both from one description of what the tool asks for.
 */
@ApplicationModule(allowedDependencies = { "admin", "audit", "console", "database", "network", "registration", "web" })
@NullMarked
package com.humantraffickingexperts.lti.dynamicregistration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
