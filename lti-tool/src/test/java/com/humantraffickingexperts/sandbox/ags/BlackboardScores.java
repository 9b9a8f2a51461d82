package com.humantraffickingexperts.sandbox.ags;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.services.Refused;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;

/**
 * Scores as the documentation of Blackboard Learn has them: a score of a course not begun
 * removes the grade, and line breaks vanish from comments. What it leaves open is taken
 * strictly.
 */
@Component
class BlackboardScores implements ScoreRules {

	private final ScoreDesk desk;

	private final ServiceErrors errors;

	BlackboardScores(ScoreDesk desk, ServiceErrors errors) {
		this.desk = desk;
		this.errors = errors;
	}

	@Override
	public Manners manners() {
		return Manners.BLACKBOARD;
	}

	@Override
	public Reply take(ScorePost post) {
		Stream.of("userId", "timestamp", "activityProgress", "gradingProgress")
			.filter((name) -> post.text(name).isEmpty())
			.findFirst()
			.ifPresent((name) -> {
				throw this.errors.refused(post.call(), 400, name + " is missing");
			});
		Instant timestamp = post.timestamp()
			.orElseThrow(() -> this.errors.refused(post.call(), 400, "timestamp is malformed"));
		Person person = this.desk.student(post)
			.orElseThrow(() -> new Refused(
					Reply.text(400, "text/plain; charset=utf-8", "User could not be found: " + post.text("userId"))));
		Double given = post.number("scoreGiven");
		if (given == null) {
			if (post.text("activityProgress").equals("Initialized")
					&& post.text("gradingProgress").equals("NotReady")) {
				this.desk.gradebook().clear(post.item(), person);
			}
			return Reply.empty(200);
		}
		Optional<Grade> held = this.desk.gradebook().grade(post.item(), person);
		Double maximum = post.number("scoreMaximum");
		double points = ScoreDesk.scaled(given, (maximum == null) ? post.item().scoreMaximum() : maximum, post.item());
		String comment = Optional.ofNullable(post.comment()).map((text) -> text.replaceAll("\\R", " ")).orElse(null);
		this.desk.write(post, person, points, timestamp, comment, held.map(Grade::attempts).orElse(0) + 1,
				post.text("gradingProgress").equals("PendingManual"));
		return Reply.empty(200);
	}

}
