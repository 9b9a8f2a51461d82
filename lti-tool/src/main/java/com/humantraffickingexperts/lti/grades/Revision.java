package com.humantraffickingexperts.lti.grades;

/**
 * One state of what is owed. Each has a task of its own: the task is inserted in the
 * transaction in which the revision becomes owed, so no running task can overlook it, and
 * an older task finds that there is nothing left for it to do.
 *
 * @param score what is owed
 * @param number counts from one
 */
record Revision(ScoreId score, int number) {

	/** The name of the task instance. */
	String task() {
		return this.score + "." + this.number;
	}

	static Revision ofTask(String task) {
		int dot = task.indexOf('.');
		return new Revision(new ScoreId(task.substring(0, dot)), Integer.parseInt(task.substring(dot + 1)));
	}

}
