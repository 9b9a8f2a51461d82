package com.humantraffickingexperts.lti.audit;

import java.time.Instant;

/**
 * A recorded change.
 *
 * @param id its id, which grows with time
 * @param reference a short text by which people name it
 * @param recordedAt when the change was made
 * @param actor who made it
 * @param change what was changed
 */
public record AuditEntry(String id, String reference, Instant recordedAt, Actor actor, AuditedChange change) {
}
