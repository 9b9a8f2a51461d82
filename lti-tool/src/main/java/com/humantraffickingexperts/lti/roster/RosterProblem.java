package com.humantraffickingexperts.lti.roster;

import java.util.Locale;

/**
 * Why the members of a course could not be read. The words for people stand in the
 * message bundle below {@link #messageKey()}.
 */
public enum RosterProblem {

	/** The platform does not answer, or not in time. */
	UNREACHABLE,
	/** The platform asks to slow down. */
	BUSY,
	/** The platform answers with an error of its own. */
	FAILED,
	/** The platform's answer cannot be understood. */
	UNREADABLE,
	/** The list is longer than anything that the tool reads. */
	TOO_LONG,
	/** The platform does not let the tool read the members. */
	NOT_ALLOWED,
	/** The platform does not recognise the tool: no service token is given. */
	NOT_RECOGNISED,
	/** The platform no longer has the course, or refuses the request. */
	REFUSED,
	/** The address of the list, or of its next page, is not one of the platform's. */
	ADDRESS_NOT_TRUSTED,
	/** The registration of the platform is disabled or was removed here. */
	DISABLED;

	/**
	 * Where the sentence for people is found.
	 * @return a key of the bundle {@code messages/roster}
	 */
	public String messageKey() {
		return "roster.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
