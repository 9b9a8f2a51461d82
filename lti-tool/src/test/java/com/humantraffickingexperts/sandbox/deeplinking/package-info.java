/**
 * Deep Linking 2.0: the tool's signed answer, checked, and what it places in a course.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.deeplinking;

import org.jspecify.annotations.NullMarked;
