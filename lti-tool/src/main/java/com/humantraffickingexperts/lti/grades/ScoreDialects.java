package com.humantraffickingexperts.lti.grades;

import com.humantraffickingexperts.lti.registration.PlatformFamily;

/** Which dialect a platform speaks. */
final class ScoreDialects {

	private static final ScoreDialect STANDARD = new StandardDialect();

	private static final ScoreDialect MOODLE = new MoodleDialect();

	private static final ScoreDialect CANVAS = new CanvasDialect();

	private static final ScoreDialect BLACKBOARD = new BlackboardDialect();

	private static final ScoreDialect BRIGHTSPACE = new BrightspaceDialect();

	private static final ScoreDialect SAKAI = new SakaiDialect();

	private ScoreDialects() {
	}

	static ScoreDialect of(PlatformFamily family) {
		return switch (family) {
			case MOODLE -> MOODLE;
			case CANVAS -> CANVAS;
			case BLACKBOARD -> BLACKBOARD;
			case BRIGHTSPACE -> BRIGHTSPACE;
			case SAKAI -> SAKAI;
			case GENERIC -> STANDARD;
		};
	}

}
