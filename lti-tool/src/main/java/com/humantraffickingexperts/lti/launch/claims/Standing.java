package com.humantraffickingexperts.lti.launch.claims;

/** What a person may do in one launch, decided from the context roles alone. */
public enum Standing {

	/** Learns and is graded. */
	LEARNER,
	/** Teaches: places modules, sees everyone in the context. */
	INSTRUCTOR,
	/** Assists a teacher: sees everyone in the context, changes nothing. */
	ASSISTANT,
	/** Any other role or none: may look at the module, is never graded. */
	VIEWER;

	/**
	 * Whether this person may see the work of everyone in the context.
	 * @return true for instructors and their assistants
	 */
	public boolean seesEveryone() {
		return this == INSTRUCTOR || this == ASSISTANT;
	}

}
