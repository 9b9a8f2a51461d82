/**
 * The files of course packages as they were found, and what was found wrong with them.
 * Nothing here follows a link, leaves its folder or reads without a limit.
 */
@NullMarked
package com.humantraffickingexperts.lti.catalog.source;

import org.jspecify.annotations.NullMarked;
