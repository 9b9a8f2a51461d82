/** Real databases for tests. */
@NullMarked
package com.humantraffickingexperts.lti.database;

import org.jspecify.annotations.NullMarked;
