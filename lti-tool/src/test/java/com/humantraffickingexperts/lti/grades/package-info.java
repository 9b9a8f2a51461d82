/** Scores on their way to gradebooks: tests. */
@NullMarked
package com.humantraffickingexperts.lti.grades;

import org.jspecify.annotations.NullMarked;
