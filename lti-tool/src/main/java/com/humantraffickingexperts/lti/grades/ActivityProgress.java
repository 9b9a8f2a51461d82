package com.humantraffickingexperts.lti.grades;

/**
 * How far a learner is:
 * <a href= "https://www.imsglobal.org/spec/lti-ags/v2p0#activityprogress">AGS 2.0,
 * section 3.4.8</a>. The tool says only the last word, and only once it is true: Canvas,
 * Sakai and Blackboard take a grade back when an earlier one follows it.
 */
enum ActivityProgress {

	COMPLETED("Completed");

	private final String word;

	ActivityProgress(String word) {
		this.word = word;
	}

	String word() {
		return this.word;
	}

}
