/**
 * The claims of a launch message, one record each, as the specifications name them.
 */
@NamedInterface("claims")
@NullMarked
package com.humantraffickingexperts.lti.launch.claims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
