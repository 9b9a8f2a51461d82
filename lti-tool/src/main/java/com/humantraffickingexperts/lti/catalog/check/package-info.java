/**
 * What a course package has to be: the schemas of the format, and the rules that no
 * schema can state.
 */
@NullMarked
package com.humantraffickingexperts.lti.catalog.check;

import org.jspecify.annotations.NullMarked;
