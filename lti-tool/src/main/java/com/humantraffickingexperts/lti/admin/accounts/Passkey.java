package com.humantraffickingexperts.lti.admin.accounts;

import java.time.Instant;

/**
 * A passkey, as its owner sees it.
 *
 * @param id our name for it
 * @param name the owner's name for it
 * @param createdAt when it was added
 * @param lastUsedAt when it was last used
 */
public record Passkey(String id, String name, Instant createdAt, Instant lastUsedAt) {
}
