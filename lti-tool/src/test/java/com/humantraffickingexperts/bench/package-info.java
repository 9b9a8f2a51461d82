/**
 * The launch benchmark: a platform and browsers in one, that put the packaged tool under
 * load and report what a launch costs. It knows the tool by its public addresses only;
 * the generator of history alone knows its tables.
 */
@NullMarked
package com.humantraffickingexperts.bench;

import org.jspecify.annotations.NullMarked;
