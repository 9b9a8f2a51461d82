package com.humantraffickingexperts.sandbox.ags;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.manners.ServiceAddresses;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;

/**
 * Scores as the source of Canvas takes them: each submitting score is an attempt, and a
 * score without final points empties the grade unless it asks for it to be kept.
 */
@Component
class CanvasScores implements ScoreRules {

	private static final String SUBMISSION = "https://canvas.instructure.com/lti/submission";

	private static final Set<String> SUBMITTING = Set.of("Submitted", "Completed");

	private final ScoreDesk desk;

	private final ServiceErrors errors;

	private final ServiceAddresses addresses;

	private final PlatformIds ids;

	CanvasScores(ScoreDesk desk, ServiceErrors errors, ServiceAddresses addresses, PlatformIds ids) {
		this.desk = desk;
		this.errors = errors;
		this.addresses = addresses;
		this.ids = ids;
	}

	@Override
	public Manners manners() {
		return Manners.CANVAS;
	}

	@Override
	public Reply take(ScorePost post) {
		Person person = this.desk.student(post)
			.orElseThrow(() -> this.errors.refused(post.call(), 422, "User not found in course or is not a student"));
		Stream.of("activityProgress", "gradingProgress", "timestamp")
			.filter((name) -> post.text(name).isBlank())
			.findFirst()
			.ifPresent((name) -> missing(name));
		Instant timestamp = post.timestamp()
			.orElseThrow(() -> this.errors.refused(post.call(), 400,
					"Provided timestamp of " + post.text("timestamp") + " not a valid timestamp"));
		Optional<Grade> held = this.desk.gradebook().grade(post.item(), person);
		if (held.isPresent() && timestamp.isBefore(held.get().timestamp())) {
			throw this.errors.refused(post.call(), 400, "Provided timestamp of " + post.text("timestamp")
					+ " before last updated timestamp of " + held.get().timestamp());
		}
		Map<?, ?> extension = (post.get(SUBMISSION) instanceof Map<?, ?> sent) ? sent : Map.of();
		checkPoints(post);
		checkSubmittedAt(post, extension);
		checkWords(post);
		this.desk.write(post, person, result(post, held.orElse(null), extension), timestamp,
				Optional.ofNullable(post.comment()).orElse(held.map(Grade::comment).orElse(null)),
				held.map(Grade::attempts).orElse(0) + (isSubmission(post, extension) ? 1 : 0),
				post.text("gradingProgress").equals("PendingManual"));
		return answer(post, person);
	}

	private static void missing(String name) {
		throw new com.humantraffickingexperts.sandbox.services.Refused(
				Reply.json(400, Map.of("errors", List.of(Map.of("message", name + " is missing")))));
	}

	private void checkPoints(ScorePost post) {
		Double given = post.number("scoreGiven");
		Double maximum = post.number("scoreMaximum");
		if (given != null && maximum == null) {
			throw this.errors.refused(post.call(), 422, "ScoreMaximum not supplied when ScoreGiven present.");
		}
		if (maximum != null && maximum < 0) {
			throw this.errors.refused(post.call(), 422, "ScoreMaximum must be greater than or equal to 0");
		}
		if (maximum != null && maximum == 0 && post.item().scoreMaximum() != 0) {
			throw this.errors.refused(post.call(), 422, "cannot be zero if line item's maximum is not zero");
		}
		if (given != null && given < 0) {
			throw this.errors.refused(post.call(), 422, "ScoreGiven must be greater than or equal to 0");
		}
	}

	private void checkSubmittedAt(ScorePost post, Map<?, ?> extension) {
		Object submission = post.get("submission");
		Object sent = (submission instanceof Map<?, ?> standard && standard.get("submittedAt") != null)
				? standard.get("submittedAt") : extension.get("submitted_at");
		if (sent == null) {
			return;
		}
		Instant time = ScorePost.time(sent)
			.orElseThrow(() -> this.errors.refused(post.call(), 400,
					"Provided submitted_at timestamp of " + sent + " not a valid timestamp"));
		if (time.isAfter(this.desk.now().plusSeconds(60))) {
			throw this.errors.refused(post.call(), 400,
					"Provided submitted_at timestamp of " + sent + " in the future");
		}
	}

	private static void checkWords(ScorePost post) {
		if (!ScoreDesk.GRADING_PROGRESS.contains(post.text("gradingProgress"))
				|| !ScoreDesk.ACTIVITY_PROGRESS.contains(post.text("activityProgress"))) {
			Map<String, Object> error = new LinkedHashMap<>();
			error.put("attribute", "grading_progress");
			error.put("type", "inclusion");
			error.put("message", "inclusion");
			throw new com.humantraffickingexperts.sandbox.services.Refused(
					Reply.json(422, Map.of("errors", Map.of("grading_progress", List.of(error)))));
		}
	}

	private static boolean isSubmission(ScorePost post, Map<?, ?> extension) {
		return SUBMITTING.contains(post.text("activityProgress")) && !"none".equals(extension.get("submission_type"))
				&& !Boolean.FALSE.equals(extension.get("new_submission"));
	}

	private static @Nullable Double result(ScorePost post, @Nullable Grade held, Map<?, ?> extension) {
		Double kept = (held == null) ? null : held.result();
		boolean keep = Boolean.TRUE.equals(extension.get("preserve_score"))
				|| (kept != null && Boolean.TRUE.equals(extension.get("prioritize_non_tool_grade")));
		if (keep) {
			return kept;
		}
		Double given = post.number("scoreGiven");
		Double maximum = post.number("scoreMaximum");
		boolean counts = Set.of("FullyGraded", "PendingManual").contains(post.text("gradingProgress"));
		return (!counts || given == null || maximum == null) ? null : ScoreDesk.scaled(given, maximum, post.item());
	}

	private Reply answer(ScorePost post, Person person) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put(SUBMISSION, Map.of("content_items", List.of()));
		body.put("resultUrl", this.addresses.results(post.course(), post.item()) + "/" + this.ids.subject(person));
		return Reply.json(200, MediaTypes.SCORE, body);
	}

}
