/**
 * Courses, and the resource links placed in them.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.course;

import org.jspecify.annotations.NullMarked;
