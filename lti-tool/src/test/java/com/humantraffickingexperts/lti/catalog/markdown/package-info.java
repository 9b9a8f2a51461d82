/** Tests of reading and rendering Markdown. */
@NullMarked
package com.humantraffickingexperts.lti.catalog.markdown;

import org.jspecify.annotations.NullMarked;
