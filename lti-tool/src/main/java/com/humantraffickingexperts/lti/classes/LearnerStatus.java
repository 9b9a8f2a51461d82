package com.humantraffickingexperts.lti.classes;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.learning.ClassProgress.Begun;

/** How far somebody has come, in one word. In the order in which a learner goes. */
enum LearnerStatus {

	/** The person never opened the module. */
	NOT_BEGUN,
	/** The person reads. */
	READING,
	/** The check is begun and was never handed in. */
	CHECK_BEGUN,
	/** The check was handed in and not passed. */
	NOT_PASSED,
	/** The check is passed, and something else is left to do. */
	PASSED,
	/** The module is complete. */
	COMPLETED;

	static LearnerStatus of(@Nullable Begun begun) {
		if (begun == null) {
			return NOT_BEGUN;
		}
		if (begun.completedAt() != null) {
			return COMPLETED;
		}
		if (begun.tries() > 0) {
			return begun.passed() ? PASSED : NOT_PASSED;
		}
		return begun.checked() ? CHECK_BEGUN : READING;
	}

}
