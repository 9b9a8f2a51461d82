package com.humantraffickingexperts.lti.admin.accounts;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.admin.AdminRole;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.audit.AuditSubject;
import com.humantraffickingexperts.lti.registration.InstitutionId;

/**
 * What the tool knows of an administrator, the secrets aside.
 *
 * @param id our name for the person
 * @param name the person's name
 * @param email the address by which the person signs in
 * @param role what the person may do
 * @param institution whose administrator it is; null for an operator
 * @param hasPassword whether there is a password
 * @param linkedToProvider whether the organisation's sign-in leads to this account
 * @param joinedAt when the person first came in; null while the invitation is open
 * @param disabledAt when the account was disabled, or null
 * @param lastSignedInAt when the person last signed in, or null
 */
public record Account(AdministratorId id, String name, String email, AdminRole role,
		@Nullable InstitutionId institution, boolean hasPassword, boolean linkedToProvider, @Nullable Instant joinedAt,
		@Nullable Instant disabledAt, @Nullable Instant lastSignedInAt) {

	/**
	 * How the account stands.
	 * @return invited, active or disabled
	 */
	public State state() {
		if (this.disabledAt != null) {
			return State.DISABLED;
		}
		return (this.joinedAt == null) ? State.INVITED : State.ACTIVE;
	}

	/**
	 * The administrator, as long as the person may come in.
	 * @return empty when the invitation is open still or the account is disabled
	 */
	public Optional<Administrator> administrator() {
		return (state() == State.ACTIVE)
				? Optional.of(new Administrator(this.id, this.name, this.role, this.institution)) : Optional.empty();
	}

	AuditSubject subject() {
		return new AuditSubject("administrator", this.id.value(), this.name);
	}

	@Nullable String institutionId() {
		return (this.institution == null) ? null : this.institution.value();
	}

	/** How an account stands. */
	public enum State {

		/** The one-time link has not been used yet. */
		INVITED,
		/** The person may sign in. */
		ACTIVE,
		/** The person may not sign in. */
		DISABLED

	}

}
