/**
 * Pictures of course packages: which files may be one, and what is not allowed in them.
 */
@NullMarked
package com.humantraffickingexperts.lti.catalog.picture;

import org.jspecify.annotations.NullMarked;
