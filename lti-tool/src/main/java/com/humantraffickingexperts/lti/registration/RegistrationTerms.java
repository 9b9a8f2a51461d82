package com.humantraffickingexperts.lti.registration;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What was agreed with an institution about the use of the tool.
 *
 * @param validFrom before it no launch is accepted; null for no beginning
 * @param validUntil from it on no launch is accepted; null for no end. Grades that are
 * still owed are delivered all the same
 * @param seats how many learners may come; null for any number
 * @param modules the ids of the modules that are offered; empty for all
 * @param pseudonymous whether no name is stored, only the platform's subject
 * @param drafts whether modules are offered too that nobody has approved yet
 */
public record RegistrationTerms(@Nullable Instant validFrom, @Nullable Instant validUntil, @Nullable Integer seats,
		Set<String> modules, boolean pseudonymous, boolean drafts) {

	/** No limits. */
	public static final RegistrationTerms NONE = new RegistrationTerms(null, null, null, Set.of(), false, true);

	/**
	 * Terms that say nothing of drafts: they are offered until an operator decides
	 * otherwise.
	 * @param validFrom before it no launch is accepted; null for no beginning
	 * @param validUntil from it on no launch is accepted; null for no end
	 * @param seats how many learners may come; null for any number
	 * @param modules the ids of the modules that are offered; empty for all
	 * @param pseudonymous whether no name is stored, only the platform's subject
	 */
	public RegistrationTerms(@Nullable Instant validFrom, @Nullable Instant validUntil, @Nullable Integer seats,
			Set<String> modules, boolean pseudonymous) {
		this(validFrom, validUntil, seats, modules, pseudonymous, true);
	}

	/**
	 * Whether launches are accepted at an instant.
	 * @param now the instant
	 * @return true between beginning and end
	 */
	public boolean inForce(Instant now) {
		return (this.validFrom == null || !now.isBefore(this.validFrom))
				&& (this.validUntil == null || now.isBefore(this.validUntil));
	}

	/**
	 * Whether a module is offered.
	 * @param module the module's id
	 * @return true when all are, or when this one is listed
	 */
	public boolean offers(String module) {
		return this.modules.isEmpty() || this.modules.contains(module);
	}

	/**
	 * Whether a module is offered.
	 * @param module the module's id
	 * @param approved whether a legal reviewer has approved it
	 * @return true when it is among those that were agreed, and drafts are allowed if it
	 * is one
	 */
	public boolean offers(String module, boolean approved) {
		return offers(module) && (approved || this.drafts);
	}

}
