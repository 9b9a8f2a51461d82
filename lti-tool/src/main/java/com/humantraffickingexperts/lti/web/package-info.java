/**
 * The shell of every page: layout, error pages, security headers, the tool's own address.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.humantraffickingexperts.lti.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
