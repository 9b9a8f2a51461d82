package com.humantraffickingexperts.sandbox.ags;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;

/**
 * Scores as
 * <a href= "https://www.imsglobal.org/spec/lti-ags/v2p0/#score-publish-service">AGS
 * 2.0</a> describes them. A score without points empties the grade; one that is not yet
 * final leaves it.
 */
@Component
class SpecificationScores implements ScoreRules {

	private final ScoreDesk desk;

	private final ServiceErrors errors;

	SpecificationScores(ScoreDesk desk, ServiceErrors errors) {
		this.desk = desk;
		this.errors = errors;
	}

	@Override
	public Manners manners() {
		return Manners.GENERIC;
	}

	@Override
	public Reply take(ScorePost post) {
		String fault = fault(post);
		if (fault != null) {
			throw this.errors.refused(post.call(), 400, fault);
		}
		Instant timestamp = post.timestamp().orElseThrow();
		Person person = this.desk.student(post)
			.orElseThrow(() -> this.errors.refused(post.call(), 422, "The user cannot be graded in this course"));
		Optional<Grade> held = this.desk.gradebook().grade(post.item(), person);
		if (held.isPresent() && timestamp.isBefore(held.get().timestamp())) {
			throw this.errors.refused(post.call(), 409, "A score with a later timestamp is on record");
		}
		this.desk.write(post, person, result(post, held.orElse(null)), timestamp, post.comment(),
				held.map(Grade::attempts).orElse(0) + 1, post.text("gradingProgress").equals("PendingManual"));
		return Reply.json(200, Map.of());
	}

	private static @Nullable Double result(ScorePost post, @Nullable Grade held) {
		Double given = post.number("scoreGiven");
		Double maximum = post.number("scoreMaximum");
		if (given == null || maximum == null) {
			return null;
		}
		if (!post.text("gradingProgress").equals("FullyGraded")) {
			return (held == null) ? null : held.result();
		}
		return ScoreDesk.scaled(given, maximum, post.item());
	}

	private static @Nullable String fault(ScorePost post) {
		if (post.members() == null) {
			return "The body is not a JSON object";
		}
		if (!(post.get("userId") instanceof String)) {
			return "userId must be a string";
		}
		if (post.timestamp().isEmpty()) {
			return "timestamp must be an ISO 8601 date and time with a zone";
		}
		if (!ScoreDesk.ACTIVITY_PROGRESS.contains(post.text("activityProgress"))) {
			return "activityProgress is missing or unknown";
		}
		if (!ScoreDesk.GRADING_PROGRESS.contains(post.text("gradingProgress"))) {
			return "gradingProgress is missing or unknown";
		}
		if (post.has("scoreGiven")) {
			Double given = post.number("scoreGiven");
			Double maximum = post.number("scoreMaximum");
			if (given == null || given < 0) {
				return "scoreGiven must be a number of at least 0";
			}
			if (maximum == null || maximum <= 0) {
				return "scoreMaximum must be a number above 0";
			}
		}
		return null;
	}

}
