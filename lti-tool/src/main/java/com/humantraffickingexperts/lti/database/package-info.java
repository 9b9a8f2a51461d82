/**
 * What all SQL of the tool shares: instants in UTC and ids that compare byte for byte on
 * every database.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.humantraffickingexperts.lti.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
