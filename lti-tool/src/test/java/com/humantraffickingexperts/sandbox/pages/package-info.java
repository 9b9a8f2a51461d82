/**
 * The pages people see.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.pages;

import org.jspecify.annotations.NullMarked;
