/**
 * What the public sees of a module.
 */
@NullMarked
package com.humantraffickingexperts.lti.catalog.web;

import org.jspecify.annotations.NullMarked;
