/**
 * Assignment and Grade Services 2.0: line items, scores, results, and the gradebook
 * behind them.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.ags;

import org.jspecify.annotations.NullMarked;
