/**
 * The token endpoint: access tokens for services, against a signed client assertion.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.token;

import org.jspecify.annotations.NullMarked;
