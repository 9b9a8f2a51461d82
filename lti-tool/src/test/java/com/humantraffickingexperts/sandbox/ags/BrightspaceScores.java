package com.humantraffickingexperts.sandbox.ags;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.services.Refused;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;

/**
 * Scores as the documentation of Brightspace has them: three statuses for three kinds of
 * person who cannot be graded, and points capped at the maximum. What it leaves open is
 * taken strictly.
 */
@Component
class BrightspaceScores implements ScoreRules {

	private final ScoreDesk desk;

	private final ServiceErrors errors;

	BrightspaceScores(ScoreDesk desk, ServiceErrors errors) {
		this.desk = desk;
		this.errors = errors;
	}

	@Override
	public Manners manners() {
		return Manners.BRIGHTSPACE;
	}

	@Override
	public Reply take(ScorePost post) {
		Instant timestamp = post.timestamp()
			.orElseThrow(() -> this.errors.refused(post.call(), 400, "The score is malformed"));
		Person person = this.desk.person(post)
			.orElseThrow(() -> refusal(404, "User in requested score does not exist"));
		if (this.desk.member(post).isEmpty()) {
			throw refusal(403, "User in requested score is not enrolled in the org unit");
		}
		if (!person.isStudent()) {
			throw refusal(422, "");
		}
		Optional<Grade> held = this.desk.gradebook().grade(post.item(), person);
		if (held.isPresent() && !timestamp.isAfter(held.get().timestamp())) {
			throw this.errors.refused(post.call(), 409, "A score with a later timestamp is on record");
		}
		Double given = post.number("scoreGiven");
		Double maximum = post.number("scoreMaximum");
		Double result = (given == null || maximum == null) ? null : Double
			.valueOf(Math.clamp(ScoreDesk.scaled(given, maximum, post.item()), 0, post.item().scoreMaximum()));
		this.desk.write(post, person, result, timestamp, post.comment(), held.map(Grade::attempts).orElse(0) + 1,
				false);
		return Reply.empty(200);
	}

	private static Refused refusal(int status, String message) {
		return new Refused(Reply.text(status, "text/plain; charset=utf-8", message));
	}

}
