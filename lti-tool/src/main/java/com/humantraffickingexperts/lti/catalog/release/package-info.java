/**
 * Modules in a form that never changes: written once, known by its digest, read for as
 * long as anybody is in the middle of it.
 */
@NullMarked
package com.humantraffickingexperts.lti.catalog.release;

import org.jspecify.annotations.NullMarked;
