package com.humantraffickingexperts.lti.audit;

/**
 * The append-only record of every change. There is no way to change or to remove an
 * entry.
 */
@FunctionalInterface
public interface AuditLog {

	/**
	 * Records a change in the caller's transaction: both are kept, or neither.
	 * @param actor who made it
	 * @param change what was changed
	 */
	void record(Actor actor, AuditedChange change);

}
