/**
 * What all service endpoints share: the call, the reply, and each platform's way to
 * refuse.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.services;

import org.jspecify.annotations.NullMarked;
