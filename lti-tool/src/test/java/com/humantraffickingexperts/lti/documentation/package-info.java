/**
 * What people read in the repository: it leads where it says, and says what it has to.
 */
@NullMarked
package com.humantraffickingexperts.lti.documentation;

import org.jspecify.annotations.NullMarked;
