package com.humantraffickingexperts.lti.learning;

import java.util.Optional;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Reflection;

/** What is asked of the text of a reflection. Nobody reads it. */
final class ReflectionText {

	static final int LONGEST = 5_000;

	private ReflectionText() {
	}

	/**
	 * A text as it is kept.
	 * @param sent what was sent
	 * @return the text without spaces around it, its lines ended in one way
	 */
	static String of(String sent) {
		return sent.replace("\r\n", "\n").replace('\r', '\n').strip();
	}

	static Optional<Problem> problem(Reflection reflection, String text) {
		if (text.isEmpty()) {
			return Optional.of(Problem.EMPTY);
		}
		if (text.length() > LONGEST) {
			return Optional.of(Problem.TOO_LONG);
		}
		return (text.split("\\s+").length < reflection.minimumWords()) ? Optional.of(Problem.TOO_SHORT)
				: Optional.empty();
	}

	/** Why a text is not saved. */
	enum Problem {

		EMPTY, TOO_SHORT, TOO_LONG, CHANGED

	}

}
