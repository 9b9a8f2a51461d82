package com.humantraffickingexperts.lti.grades;

/**
 * How final a score is:
 * <a href= "https://www.imsglobal.org/spec/lti-ags/v2p0#gradingprogress">AGS 2.0, section
 * 3.4.9</a>. The tool says only the last word: Moodle, Canvas and Sakai wipe the grade at
 * any other.
 */
enum GradingProgress {

	FULLY_GRADED("FullyGraded");

	private final String word;

	GradingProgress(String word) {
		this.word = word;
	}

	String word() {
		return this.word;
	}

}
