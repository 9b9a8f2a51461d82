/**
 * Modules as authors see them while they write: on their own machine, without a platform
 * and without a database.
 */
@NullMarked
package com.humantraffickingexperts.lti.catalog.preview;

import org.jspecify.annotations.NullMarked;
