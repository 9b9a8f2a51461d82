package com.humantraffickingexperts.lti.learning;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;

/**
 * What of the answers may be shown now. Nothing else decides it, and what it denies is
 * not put into a view.
 *
 * @param feedback whether what is said about an answer may be shown, and whether it is
 * right
 * @param correct whether the right options may be shown
 */
record Disclosed(boolean feedback, boolean correct) {

	/**
	 * What may be shown next to a question that was answered while its try is open.
	 */
	static Disclosed whileOpen(Assessment assessment, boolean answered) {
		return new Disclosed(answered && assessment.showFeedback() == Disclosure.IMMEDIATE,
				answered && assessment.showFeedback() == Disclosure.IMMEDIATE
						&& assessment.showCorrect() == Disclosure.IMMEDIATE);
	}

	/**
	 * What may be shown of a try that was handed in.
	 */
	static Disclosed afterwards(Assessment assessment, boolean passed) {
		return new Disclosed(shown(assessment.showFeedback(), passed), shown(assessment.showCorrect(), passed));
	}

	private static boolean shown(Disclosure rule, boolean passed) {
		return switch (rule) {
			case NEVER -> false;
			case IMMEDIATE, AFTER_SUBMIT -> true;
			case AFTER_PASS -> passed;
		};
	}

}
