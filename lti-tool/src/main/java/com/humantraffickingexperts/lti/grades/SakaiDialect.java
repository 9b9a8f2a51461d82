package com.humantraffickingexperts.lti.grades;

import java.util.List;

/**
 * Sakai. It answers 400 for a person who is no member of the site and for a missing
 * scope, and 403 for a column that the tool may only read.
 */
final class SakaiDialect implements ScoreDialect {

	private static final List<AnswerRule> RULES = List.of(
			AnswerRule.saying(400, "User does not belong to site", new Verdict.Never(DeliveryReason.NOT_GRADABLE)),
			AnswerRule.saying(400, "not in access token", new Verdict.Never(DeliveryReason.NOT_ALLOWED)),
			AnswerRule.saying(400, "No placements for tool", new Verdict.Never(DeliveryReason.NOT_ALLOWED)),
			AnswerRule.saying(400, "Grade failure", new Verdict.Never(DeliveryReason.NO_COLUMN)),
			AnswerRule.saying(403, "read-only", new Verdict.Never(DeliveryReason.COLUMN_LOCKED)));

	@Override
	public List<AnswerRule> rules() {
		return RULES;
	}

}
