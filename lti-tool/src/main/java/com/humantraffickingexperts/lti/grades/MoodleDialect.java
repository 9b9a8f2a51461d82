package com.humantraffickingexperts.lti.grades;

import java.util.List;

/**
 * Moodle, as recorded from 4.5. It gives the reason of a refusal in the status line only,
 * and with it the whole score; the body is an empty list. So the status has to do: the
 * tool's scores are well-formed, which leaves the person as the cause of a 400 (unknown,
 * not enrolled, or a teacher), and a locked column as the cause of a 500.
 */
final class MoodleDialect implements ScoreDialect {

	private static final List<AnswerRule> RULES = List.of(
			AnswerRule.emptyList(400, new Verdict.Never(DeliveryReason.NOT_GRADABLE)),
			AnswerRule.emptyList(500, Verdict.Later.because(DeliveryReason.COLUMN_LOCKED)));

	@Override
	public List<AnswerRule> rules() {
		return RULES;
	}

}
