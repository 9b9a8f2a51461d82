package com.humantraffickingexperts.sandbox.ags;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;

/**
 * Scores as the source of Sakai takes them: the timestamp is never read, the last arrival
 * wins, and instructors can be graded too.
 */
@Component
class SakaiScores implements ScoreRules {

	private final ScoreDesk desk;

	private final ServiceErrors errors;

	SakaiScores(ScoreDesk desk, ServiceErrors errors) {
		this.desk = desk;
		this.errors = errors;
	}

	@Override
	public Manners manners() {
		return Manners.SAKAI;
	}

	@Override
	public Reply take(ScorePost post) {
		if (post.members() == null) {
			throw this.errors.refused(post.call(), 400, "Could not read POST Data Jackson");
		}
		if (post.text("userId").isEmpty()) {
			throw this.errors.refused(post.call(), 400, "Missing userId");
		}
		Person person = this.desk.member(post)
			.orElseThrow(() -> this.errors.refused(post.call(), 400, "User does not belong to site"));
		Instant now = this.desk.now();
		this.desk.write(post, person, result(post), now, post.comment(), 1, false);
		return Reply.empty(200);
	}

	private static @Nullable Double result(ScorePost post) {
		Double given = post.number("scoreGiven");
		if (given == null) {
			return null;
		}
		Double sent = post.number("scoreMaximum");
		double maximum = (sent != null) ? sent : (given < 2) ? 1 : 100;
		return Math.max(0, ScoreDesk.scaled(given, maximum, post.item()));
	}

}
