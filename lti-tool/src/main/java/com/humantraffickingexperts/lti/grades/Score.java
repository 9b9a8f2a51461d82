package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.humantraffickingexperts.lti.learning.Points;

/**
 * A score as it is sent:
 * <a href= "https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service">AGS 2.0,
 * section 3.4</a>.
 *
 * @param subject the platform's name for the learner, exactly as in the launch
 * @param points what was earned, on the tool's own scale; the platform rescales
 * @param comment plain text, or null for none
 * @param timestamp when the score became what it is
 * @param submittedAt when the learner completed the module
 */
record Score(String subject, Points points, @Nullable String comment, Instant timestamp, Instant submittedAt) {

	private static final JsonMapper JSON = JsonMapper.shared();

	Score {
		if (subject.isEmpty()) {
			throw new IllegalArgumentException("a score is for somebody");
		}
	}

	/**
	 * The body of the request: one line, because Moodle 4.5 answers 200 to a refused
	 * score whose body has a line break.
	 */
	byte[] body(ScoreDialect dialect) {
		ObjectNode body = JSON.createObjectNode();
		body.put("userId", this.subject);
		body.put("scoreGiven", plain(this.points.given()));
		body.put("scoreMaximum", plain(this.points.maximum()));
		if (this.comment != null) {
			body.put("comment", this.comment);
		}
		body.put("timestamp", ScoreTimestamp.text(this.timestamp));
		body.put("activityProgress", ActivityProgress.COMPLETED.word());
		body.put("gradingProgress", GradingProgress.FULLY_GRADED.word());
		dialect.extend(this, body);
		return JSON.writeValueAsBytes(body);
	}

	/** 10 rather than 1E+1. */
	private static BigDecimal plain(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	@Override
	public String toString() {
		return "Score[" + this.timestamp + "]";
	}

}
