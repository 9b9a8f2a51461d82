package com.humantraffickingexperts.lti.grades;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * How a platform's gradebook deviates from AGS 2.0, as far as scores are concerned. One
 * small class for each product that deviates; the methods here say what the specification
 * says.
 */
interface ScoreDialect {

	/** Whether a comment can be sent with every score without harm. */
	default boolean takesComments() {
		return true;
	}

	/** Adds what the product needs to a score. */
	default void extend(Score score, ObjectNode body) {
	}

	/**
	 * Answers with a meaning of their own. The first rule that fits counts; the standard
	 * ones follow.
	 */
	default List<AnswerRule> rules() {
		return List.of();
	}

}
