/**
 * Choosing modules: the picker in which teachers choose what to place in a course, the
 * signed answer to the platform, and the modules that they choose for activities that
 * name none.
 *
 * @see <a href="https://www.imsglobal.org/spec/lti-dl/v2p0/">Deep Linking 2.0</a>
 */
@ApplicationModule(allowedDependencies = { "database", "registration", "keys", "catalog", "launch", "launch :: claims",
		"learning", "web" })
@NullMarked
package com.humantraffickingexperts.lti.deeplinking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
