package com.humantraffickingexperts.lti.admin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.audit.Actor;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * The administrator who is signed in. A controller below {@code /admin} takes it as an
 * argument.
 *
 * @param id our name for the person
 * @param name the person's name
 * @param role what the person may do
 * @param institution the institution that an institution administrator looks after; null
 * for an operator
 */
public record Administrator(AdministratorId id, String name, AdminRole role, @Nullable InstitutionId institution) {

	public Administrator {
		if ((role == AdminRole.INSTITUTION) != (institution != null)) {
			throw new IllegalArgumentException("an institution administrator has an institution, an operator has none");
		}
	}

	/**
	 * Whether the person runs the tool.
	 * @return true for an operator
	 */
	public boolean operator() {
		return this.role == AdminRole.OPERATOR;
	}

	/**
	 * Whether the person may see and change what belongs to an institution.
	 * @param owner the institution to which it belongs, or null when it belongs to none
	 * @return true for an operator always, for an institution administrator when it is
	 * the own institution
	 */
	public boolean mayManage(@Nullable InstitutionId owner) {
		return operator() || (owner != null && owner.equals(this.institution));
	}

	/**
	 * Ends the request as if the page did not exist, unless the person may see and change
	 * what belongs to an institution.
	 * @param owner the institution to which it belongs, or null when it belongs to none
	 * @throws ToolError with status 404
	 */
	public void requireManages(@Nullable InstitutionId owner) {
		if (!mayManage(owner)) {
			throw notFound();
		}
	}

	/**
	 * Ends the request as if the page did not exist, unless the person runs the tool.
	 * @throws ToolError with status 404
	 */
	public void requireOperator() {
		if (!operator()) {
			throw notFound();
		}
	}

	/**
	 * The person as the audit log names who made a change.
	 * @return the actor
	 */
	public Actor actor() {
		return Actor.administrator(this.id.value(), this.name);
	}

	/**
	 * The answer for what does not exist, or belongs to somebody else: nobody can tell
	 * which.
	 * @return an error with status 404
	 */
	public static ToolError notFound() {
		return new ToolError(AdminErrorCode.NOT_FOUND, Map.of());
	}

}
