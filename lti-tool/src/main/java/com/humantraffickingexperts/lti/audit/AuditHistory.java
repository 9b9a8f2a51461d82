package com.humantraffickingexperts.lti.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What was recorded, newest first. */
public interface AuditHistory {

	/**
	 * A page of entries.
	 * @param filter which entries
	 * @param before the id of the last entry of the page before, or null for the newest
	 * @param most how many at most
	 * @return the entries, newest first
	 */
	List<AuditEntry> find(AuditFilter filter, @Nullable String before, int most);

	/**
	 * Everybody who made a change that is readable.
	 * @param institutionId the institution whose entries are readable; null for all
	 * @return each administrator once, with the newest name, by name
	 */
	List<Actor> actors(@Nullable String institutionId);

	/**
	 * The areas in which something readable was changed.
	 * @param institutionId the institution whose entries are readable; null for all
	 * @return the first words of the actions, in order
	 */
	List<String> areas(@Nullable String institutionId);

}
