package com.humantraffickingexperts.lti.grades;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Blackboard Learn. It answers 400 for a person who has left the course, and it makes
 * attempts from scores; the time of submission lets it see that they are the same one.
 */
final class BlackboardDialect implements ScoreDialect {

	private static final List<AnswerRule> RULES = List
		.of(AnswerRule.saying(400, "User could not be found", new Verdict.Never(DeliveryReason.NOT_GRADABLE)));

	@Override
	public void extend(Score score, ObjectNode body) {
		body.putObject("submission").put("submittedAt", ScoreTimestamp.text(score.submittedAt()));
	}

	@Override
	public List<AnswerRule> rules() {
		return RULES;
	}

}
