package com.humantraffickingexperts.lti.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for. What is null does not restrict.
 *
 * @param institutionId the institution whose entries are readable; null for all
 * @param actorId the administrator who made the change
 * @param area the first word of the action, such as {@code registration}
 * @param text a part of the subject's name, compared without regard to case, or the whole
 * id of the subject, or the whole reference of the entry
 * @param from the earliest instant
 * @param until the instant before which the change was made
 */
public record AuditFilter(@Nullable String institutionId, @Nullable String actorId, @Nullable String area,
		@Nullable String text, @Nullable Instant from, @Nullable Instant until) {

	/** All entries. */
	public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

}
