package com.humantraffickingexperts.lti.audit;

/**
 * What was changed.
 *
 * @param kind a stable word such as {@code registration}, worded for people by the
 * message {@code audit.subject.<kind>}
 * @param id the id within its kind, at most 64 characters
 * @param name the name for people at that time
 */
public record AuditSubject(String kind, String id, String name) {
}
