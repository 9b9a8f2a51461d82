/** Tests of the catalogue, with packages that are sound, broken and hostile. */
@NullMarked
package com.humantraffickingexperts.lti.catalog;

import org.jspecify.annotations.NullMarked;
