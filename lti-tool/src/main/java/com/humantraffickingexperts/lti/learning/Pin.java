package com.humantraffickingexperts.lti.learning;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The release to which an attempt is pinned.
 *
 * @param attempt the attempt
 * @param version the version of the module
 * @param digest the digest of the release; null for an attempt that has just begun
 * @param completed whether the module is complete
 * @param openSince when the oldest try began that was not handed in; null when there is
 * none
 */
record Pin(AttemptId attempt, String version, @Nullable String digest, boolean completed, @Nullable Instant openSince) {
}
