package com.humantraffickingexperts.lti.grades;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Why a score is not in the gradebook yet. The words for people stand in the message
 * bundle below {@link #messageKey()}.
 */
public enum DeliveryReason {

	/** The platform does not answer, or not in time. */
	PLATFORM_UNREACHABLE,
	/** The platform asks to slow down. */
	PLATFORM_BUSY,
	/** The platform answers with an error of its own. */
	PLATFORM_FAILED,
	/** The platform's answer cannot be understood. */
	ANSWER_UNREADABLE,
	/** The platform does not recognise the tool: no service token is given. */
	TOOL_NOT_RECOGNISED,
	/** The registration of the platform is disabled or was removed here. */
	PLATFORM_DISABLED,
	/** The platform holds a different grade with a later date. */
	LATER_GRADE_HELD,
	/** The column is locked, or the platform could not save the grade. */
	COLUMN_LOCKED,
	/** The activity is not published yet. */
	NOT_PUBLISHED,
	/** The platform does not let this person be graded: not enrolled, or no learner. */
	NOT_GRADABLE,
	/** The column was deleted. */
	COLUMN_GONE,
	/** The activity has no column and the tool may not make one. */
	NO_COLUMN,
	/** The course is over. */
	COURSE_CONCLUDED,
	/** The platform allows no further attempt. */
	ATTEMPTS_USED_UP,
	/** The platform does not let the tool write grades here. */
	NOT_ALLOWED,
	/** The address of the gradebook is not one of the platform's. */
	ADDRESS_NOT_TRUSTED,
	/** The platform does not accept the score and does not say why. */
	NOT_ACCEPTED,
	/** It was tried for as long as the settings say. */
	TRIED_TOO_LONG,
	/** A teacher entered another grade, which is left as it is. */
	TEACHER_DECIDED;

	/** Reasons that are the platform's as a whole, and not one score's. */
	static final Set<DeliveryReason> OF_PLATFORMS = EnumSet.of(PLATFORM_UNREACHABLE, PLATFORM_BUSY, PLATFORM_FAILED,
			ANSWER_UNREADABLE, TOOL_NOT_RECOGNISED, PLATFORM_DISABLED);

	/** Whether other scores cannot be delivered to this platform for the same reason. */
	boolean platforms() {
		return OF_PLATFORMS.contains(this);
	}

	/**
	 * Where the sentence for people is found.
	 * @return a key of the bundle {@code messages/grades}
	 */
	public String messageKey() {
		return "grades.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
