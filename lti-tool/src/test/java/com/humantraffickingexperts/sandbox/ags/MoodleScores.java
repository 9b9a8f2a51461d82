package com.humantraffickingexperts.sandbox.ags;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.services.Reply;

/**
 * Scores as recorded from Moodle 4.5.6: times count in whole seconds, a score that is not
 * fully graded wipes the grade, and a refusal of a body with a line break looks like
 * success.
 */
@Component
class MoodleScores implements ScoreRules {

	private static final String CONTENT_TYPE = MediaTypes.SCORE + "; charset=utf-8";

	private final ScoreDesk desk;

	MoodleScores(ScoreDesk desk) {
		this.desk = desk;
	}

	@Override
	public Manners manners() {
		return Manners.MOODLE;
	}

	@Override
	public Reply take(ScorePost post) {
		Instant timestamp = timestamp(post);
		boolean pointsUnclear = post.has("scoreGiven")
				&& (post.number("scoreGiven") == null || post.number("scoreMaximum") == null);
		if (post.members() == null || timestamp == null || pointsUnclear || post.text("userId").isEmpty()
				|| !post.has("activityProgress") || !post.has("gradingProgress")) {
			return refuse(post, 400);
		}
		Person person = this.desk.student(post).orElse(null);
		if (person == null) {
			return refuse(post, 400);
		}
		Optional<Grade> held = this.desk.gradebook().grade(post.item(), person);
		if (held.isPresent() && !timestamp.isAfter(held.get().timestamp())) {
			return refuse(post, 409);
		}
		Double given = post.number("scoreGiven");
		Double maximum = post.number("scoreMaximum");
		if (held.map(Grade::overridden).orElse(false)) {
			return accepted();
		}
		if (given == null || maximum == null || !post.text("gradingProgress").equals("FullyGraded")) {
			this.desk.gradebook().clear(post.item(), person);
			return accepted();
		}
		double result = Math.clamp(ScoreDesk.scaled(given, maximum, post.item()), 0, post.item().scoreMaximum());
		this.desk.write(post, person, result, timestamp, post.comment(), held.map(Grade::attempts).orElse(0) + 1,
				false);
		return accepted();
	}

	private static Reply accepted() {
		return Reply.text(200, CONTENT_TYPE, "");
	}

	/** The reason phrase that Moodle adds is left out: the server cannot send one. */
	private static Reply refuse(ScorePost post, int status) {
		boolean statusIsLost = post.call().body().contains("\n");
		return Reply.text(statusIsLost ? 200 : status, CONTENT_TYPE, "[]");
	}

	private static @Nullable Instant timestamp(ScorePost post) {
		if (!(post.get("timestamp") instanceof String text)) {
			return null;
		}
		Instant time = post.timestamp().orElseGet(() -> withoutZone(text));
		return (time == null || time.equals(Instant.MIN)) ? null : time.truncatedTo(ChronoUnit.SECONDS);
	}

	private static Instant withoutZone(String text) {
		try {
			return text.contains("T") ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
					: LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			return Instant.MIN;
		}
	}

}
