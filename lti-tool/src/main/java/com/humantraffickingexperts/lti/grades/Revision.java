package com.humantraffickingexperts.lti.grades;

/**
 * One state of what is owed. What became of an older one never changes a newer one.
 *
 * @param score what is owed
 * @param number counts from one
 */
record Revision(ScoreId score, int number) {

	@Override
	public String toString() {
		return this.score + "." + this.number;
	}

}
