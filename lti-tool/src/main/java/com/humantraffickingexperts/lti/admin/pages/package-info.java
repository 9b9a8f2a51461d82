/** The shell of the console and its own pages. */
@NullMarked
package com.humantraffickingexperts.lti.admin.pages;

import org.jspecify.annotations.NullMarked;
