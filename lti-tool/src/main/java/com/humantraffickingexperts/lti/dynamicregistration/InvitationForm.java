package com.humantraffickingexperts.lti.dynamicregistration;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * What an administrator entered to invite an institution.
 *
 * @param institution the id of a known institution; empty for a new one
 * @param name the name of a new institution
 * @param family the product; null when none was chosen
 */
record InvitationForm(String institution, String name, @Nullable PlatformFamily family) {

	private static final int LONGEST_NAME = 255;

	static final InvitationForm EMPTY = new InvitationForm("", "", null);

	InvitationForm {
		institution = institution.strip();
		name = name.strip();
	}

	/**
	 * What is wrong with it.
	 * @param operator whether a new institution may be named
	 * @return the key of a message, or null when nothing is wrong
	 */
	@Nullable String problem(boolean operator) {
		if (this.institution.isEmpty() && (!operator || this.name.isEmpty() || this.name.length() > LONGEST_NAME)) {
			return "registration.invite.problem.institution";
		}
		return (this.family == null) ? "registration.invite.problem.family" : null;
	}

	/**
	 * The field in which the problem is.
	 * @return the id of its element
	 */
	String problemField() {
		return (this.institution.isEmpty() && this.name.isEmpty()) ? "institution" : "family-MOODLE";
	}

}
