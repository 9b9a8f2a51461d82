/** The HTMSE LTI Tool; each package below is one feature. */
@NullMarked
package com.humantraffickingexperts.lti;

import org.jspecify.annotations.NullMarked;
