/**
 * What the sandbox remembers across restarts.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.state;

import org.jspecify.annotations.NullMarked;
