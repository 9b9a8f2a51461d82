/** Tests of reading files. */
@NullMarked
package com.humantraffickingexperts.lti.catalog.source;

import org.jspecify.annotations.NullMarked;
