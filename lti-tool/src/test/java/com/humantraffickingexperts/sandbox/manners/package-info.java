/**
 * Which learning platform the sandbox takes after, and the identifiers and addresses that
 * follow from it.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.manners;

import org.jspecify.annotations.NullMarked;
