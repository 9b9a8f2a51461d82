/**
 * Launching: login initiation, the OpenID Connect authorisation endpoint and the
 * id_token.
 */
@NullMarked
package com.humantraffickingexperts.sandbox.oidc;

import org.jspecify.annotations.NullMarked;
