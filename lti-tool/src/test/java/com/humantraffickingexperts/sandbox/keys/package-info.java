/**
 * The platform's signing keys and their rotation.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.keys;

import org.jspecify.annotations.NullMarked;
