package com.humantraffickingexperts.lti.grades;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Canvas. Each score is a new attempt unless it says otherwise, and attempts run out; so
 * it says otherwise. Each comment becomes one more submission comment, also on a retry;
 * so none is sent. {@code prioritize_non_tool_grade} is not sent either: it would keep
 * the tool from improving a grade of its own.
 */
final class CanvasDialect implements ScoreDialect {

	static final String SUBMISSION = "https://canvas.instructure.com/lti/submission";

	private static final List<AnswerRule> RULES = List.of(
			AnswerRule.saying(400, "before last updated timestamp", Verdict.NOT_NEWER),
			AnswerRule.saying(422, "has concluded", new Verdict.Never(DeliveryReason.COURSE_CONCLUDED)),
			AnswerRule.saying(422, "User not found in course", new Verdict.Never(DeliveryReason.NOT_GRADABLE)),
			AnswerRule.saying(422, "still unpublished", Verdict.Later.because(DeliveryReason.NOT_PUBLISHED)),
			AnswerRule.saying(422, "maximum number of allowed attempts",
					new Verdict.Never(DeliveryReason.ATTEMPTS_USED_UP)),
			AnswerRule.saying(422, "Cannot grade this submission at this time",
					Verdict.Later.because(DeliveryReason.COLUMN_LOCKED)));

	@Override
	public boolean takesComments() {
		return false;
	}

	@Override
	public void extend(Score score, ObjectNode body) {
		String submittedAt = ScoreTimestamp.text(score.submittedAt());
		body.putObject("submission").put("submittedAt", submittedAt);
		body.putObject(SUBMISSION).put("new_submission", false).put("submitted_at", submittedAt);
	}

	@Override
	public List<AnswerRule> rules() {
		return RULES;
	}

}
