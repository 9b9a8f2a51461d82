package com.humantraffickingexperts.lti.admin.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import com.humantraffickingexperts.lti.admin.AdminRole;
import com.humantraffickingexperts.lti.admin.accounts.AccountRules;

/**
 * Whom to invite.
 *
 * @param name the person's name
 * @param email the person's e-mail address
 * @param role the role's name
 * @param institution the institution's id, or {@code new}
 * @param newInstitution the name of an institution that is to be added
 */
record InvitationForm(String name, String email, String role, String institution, String newInstitution) {

	/** What the page sends when the institution is none of the list. */
	static final String NEW = "new";

	private static final int LONGEST_INSTITUTION = 255;

	@SuppressWarnings("NullAway") // a field that is not sent is bound as null
	InvitationForm {
		name = Objects.requireNonNullElse(name, "");
		email = Objects.requireNonNullElse(email, "");
		role = Objects.requireNonNullElse(role, "");
		institution = Objects.requireNonNullElse(institution, "");
		newInstitution = Objects.requireNonNullElse(newInstitution, "");
	}

	/**
	 * What is wrong.
	 * @param exists whether there is an institution of an id
	 * @return the keys of messages, by field
	 */
	Map<String, String> problems(Predicate<String> exists) {
		Map<String, String> problems = new HashMap<>(AccountRules.problems(this.name, this.email));
		if (!AdminRole.OPERATOR.name().equals(this.role) && !AdminRole.INSTITUTION.name().equals(this.role)) {
			problems.put("role", "admin.role.wrong");
		}
		else if (adminRole() == AdminRole.INSTITUTION && !namesNewInstitution() && !exists.test(this.institution)) {
			problems.put("institution", "admin.institution.wrong");
		}
		else if (namesNewInstitution()
				&& (this.newInstitution.isBlank() || this.newInstitution.strip().length() > LONGEST_INSTITUTION)) {
			problems.put("newInstitution", "admin.institution.name.wrong");
		}
		return problems;
	}

	AdminRole adminRole() {
		return AdminRole.valueOf(this.role);
	}

	boolean namesNewInstitution() {
		return AdminRole.INSTITUTION.name().equals(this.role) && NEW.equals(this.institution);
	}

}
