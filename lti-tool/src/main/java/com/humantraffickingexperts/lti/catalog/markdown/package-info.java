/**
 * Markdown as course packages use it: what it says is checked on the parsed text, and
 * what is shown is rendered from there and passed through an allow-list.
 */
@NullMarked
package com.humantraffickingexperts.lti.catalog.markdown;

import org.jspecify.annotations.NullMarked;
