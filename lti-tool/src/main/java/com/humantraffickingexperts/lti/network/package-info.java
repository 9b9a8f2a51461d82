/**
 * Outbound calls: the one guarded client through which the tool reaches other servers.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.humantraffickingexperts.lti.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
