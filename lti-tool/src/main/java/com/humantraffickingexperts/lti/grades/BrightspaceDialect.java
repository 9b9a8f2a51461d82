package com.humantraffickingexperts.lti.grades;

import java.util.List;

/**
 * Brightspace. It answers 403 and 404 about the person, where others mean the scope and
 * the column, and 422 for a role that cannot be graded.
 */
final class BrightspaceDialect implements ScoreDialect {

	private static final Verdict NOT_GRADABLE = new Verdict.Never(DeliveryReason.NOT_GRADABLE);

	private static final List<AnswerRule> RULES = List.of(
			AnswerRule.saying(403, "not enrolled in the org unit", NOT_GRADABLE),
			AnswerRule.saying(404, "User in requested score", NOT_GRADABLE), AnswerRule.any(422, NOT_GRADABLE));

	@Override
	public List<AnswerRule> rules() {
		return RULES;
	}

}
