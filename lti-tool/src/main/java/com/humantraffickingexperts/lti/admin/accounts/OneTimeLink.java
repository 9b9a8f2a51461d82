package com.humantraffickingexperts.lti.admin.accounts;

import java.net.URI;
import java.time.Instant;

/**
 * A link that lets one person in once.
 *
 * @param address the whole address, which is a secret
 * @param expiresAt until when it works
 */
public record OneTimeLink(URI address, Instant expiresAt) {
}
